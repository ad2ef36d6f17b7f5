import type { ImportReading, ImportSettings } from "@/lib/api/imports";
import type {
  FileLayout,
  ImportProblem,
  ImportTool,
} from "@/lib/imports/contract";
import type { ImportProgress } from "@/lib/imports/progress";
import type { EvidenceDraft } from "@/lib/imports/results";

/** What an earlier import decided, for the next file of its tool. */
export interface SavedSettings {
  readonly tool: ImportTool;
  readonly columnNames: readonly string[];
  readonly settings: ImportSettings;
  /** Of an import into another map, whose touchpoints are not these: what they are called. */
  readonly titles?: ReadonlyMap<string, string>;
}

export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** A file and all that it takes to read it: nothing else is known where it is read. */
export interface ImportJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  /** Which of its tables, and how it is read, where nothing was decided yet. */
  readonly table: number;
  readonly layout?: FileLayout | undefined;
  readonly settings: ImportReading["settings"] | null;
  readonly isProposing: boolean;
  /** Whether the pieces themselves are wanted: whoever only looks needs to know how many they are. */
  readonly isForReal: boolean;
  readonly language: string;
  /** From how many answers on there is a score. */
  readonly leastAnswers: number;
  readonly touchpoints: readonly Titled[];
  readonly personas: readonly Titled[];
  /** Those of this journey first, and of each the newest first. */
  readonly saved: readonly SavedSettings[];
  /** ISO 8601. */
  readonly today: string;
}

export type ImportAnswer =
  | {
      readonly ok: true;
      readonly reading: Omit<
        ImportReading,
        "earlier" | "gone" | "touchpoints" | "personas"
      >;
      /** As many as an import may bring; `reading.plan` counts all. */
      readonly evidence: readonly EvidenceDraft[];
      readonly columnNames: readonly string[];
    }
  | { readonly ok: false; readonly fatal: ImportProblem };

/** What the thread says: how far it is, and in the end what came of it. */
export type ThreadWord =
  | { readonly progress: ImportProgress }
  | { readonly answer: ImportAnswer };
