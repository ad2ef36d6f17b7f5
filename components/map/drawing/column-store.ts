import type { ColumnId } from "@/lib/journey/ids";
import { COLUMN_METRICS } from "./measures";

/** How narrow and how wide a column can be made, in pixels. */
export const WIDTHS = { least: 140, most: 640, step: 24 } as const;

/** Columns of their own width; all others have the standard one. */
export type ColumnWidths = ReadonlyMap<ColumnId, number>;

export const NO_WIDTHS: ColumnWidths = new Map();

/** What an earlier visit kept, without anything that cannot be a width. */
function widthsIn(kept: unknown): ColumnWidths {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept))
    return NO_WIDTHS;
  const pairs = Object.entries(kept).filter(
    (pair): pair is [ColumnId, number] =>
      typeof pair[1] === "number" &&
      pair[1] >= WIDTHS.least &&
      pair[1] <= WIDTHS.most,
  );
  return new Map(pairs);
}

/** Where widths are kept: the storage of this browser, or nothing where it is forbidden. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * How wide somebody sees the columns of one map. It is theirs, like a zoom: on another screen another width is
 * right, and the document would keep every pixel of it for ever.
 */
export class ColumnStore {
  private widths: ColumnWidths;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly name: string,
    private readonly shelf: Shelf | null,
  ) {
    this.widths = this.read();
  }

  readonly get = (): ColumnWidths => this.widths;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly widthOf = (column: ColumnId): number =>
    this.widths.get(column) ?? COLUMN_METRICS.touchpoint;

  /** Null gives the column its standard width back. Returns the width that it has now. */
  readonly set = (column: ColumnId, width: number | null): number => {
    const next = new Map(this.widths);
    if (width === null) next.delete(column);
    else next.set(column, within(width));
    this.widths = next;
    this.keep();
    for (const listener of this.listeners) listener();
    return this.widthOf(column);
  };

  private read(): ColumnWidths {
    try {
      return widthsIn(JSON.parse(this.shelf?.getItem(this.name) ?? "{}"));
    } catch {
      return NO_WIDTHS;
    }
  }

  private keep(): void {
    try {
      if (this.widths.size === 0) this.shelf?.removeItem(this.name);
      else
        this.shelf?.setItem(
          this.name,
          JSON.stringify(Object.fromEntries(this.widths)),
        );
    } catch {
      // A full or forbidden storage only forgets the widths.
    }
  }
}

function within(width: number): number {
  return Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)));
}
