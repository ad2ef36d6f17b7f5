import type { ImportReading } from "@/lib/api/imports";

export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** Where a file is imported, and what this reader may do there. */
export interface ImportPlace {
  readonly slug: string;
  readonly journeyId: string;
  readonly touchpoints: readonly Choice[];
  readonly personas: readonly Choice[];
}

export type Settings = ImportReading["settings"];
export type Layout = NonNullable<Settings["layout"]>;
export type Mapping = Settings["mapping"];
export type ColumnMapping = Mapping["columns"][number];
export type Role = ColumnMapping["role"];
export type Scale = NonNullable<ColumnMapping["scale"]>;

/** What every step of the way is given. */
export interface StepProps {
  readonly place: ImportPlace;
  readonly reading: ImportReading;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}
