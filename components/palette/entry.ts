import type { ReactNode } from "react";

interface EntryFace {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Where it belongs, in quiet letters beside the label. */
  readonly place?: string;
  readonly keys?: string;
  readonly isDanger?: boolean;
}

/** Something to do, or a place to go. */
export type PaletteEntry = EntryFace &
  ({ readonly run: () => void } | { readonly href: string });

export interface PaletteSection {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}
