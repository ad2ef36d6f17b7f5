import {
  MOST_KEY_LENGTH,
  MOST_KEYS,
  MOST_SEGMENTS,
  type ImportReading,
} from "@/lib/api/imports";
import { readCases } from "@/lib/imports/cases";
import type { ImportTable } from "@/lib/imports/contract";
import { importMapping } from "@/lib/imports/mapping";
import { matchTouchpoints } from "@/lib/imports/match";
import type { OnShare } from "@/lib/imports/progress";
import { readRecords } from "@/lib/imports/read-records";
import type { CasesRead, KeyCount, RecordsRead } from "@/lib/imports/results";
import type { ImportJob } from "./job";
import type { Saved } from "./read-import";

/** What the rows are, by a mapping that is complete; null by one that is not. */
export type Found =
  | { readonly kind: "records"; readonly read: RecordsRead }
  | { readonly kind: "cases"; readonly read: CasesRead }
  | null;

type Settings = ImportReading["settings"];

interface Asked {
  readonly table: ImportTable;
  readonly settings: Settings;
  readonly saved: Saved;
  readonly job: ImportJob;
  readonly onShare: OnShare;
}

/** Values by which rows find their touchpoint, the most frequent first, as many as somebody goes through. */
export function keysOf(found: Found): KeyCount[] {
  if (!found) return [];
  const all = found.kind === "cases" ? found.read.activities : found.read.keys;
  const fitting = all.filter(({ key }) => key.length <= MOST_KEY_LENGTH);
  if (fitting.length <= MOST_KEYS) return [...fitting];
  return fitting.toSorted((a, b) => b.count - a.count).slice(0, MOST_KEYS);
}

/** Reads the rows, and fills in for the values in them what was decided before, or else what their names suggest. */
export function proposeTouchpoints(asked: Asked): {
  readonly settings: Settings;
  readonly found: Found;
} {
  const { settings, saved, job } = asked;
  const found = rowsOf(asked);
  if (!job.isProposing) return { settings, found };
  const here = new Set(job.touchpoints.map(({ id }) => id));
  const known = new Map(settings.touchpoints.map((one) => [one.key, one]));
  for (const one of saved.tool?.settings.touchpoints ?? [])
    if (
      !known.has(one.key) &&
      (one.touchpointId === null || here.has(one.touchpointId))
    )
      known.set(one.key, one);
  for (const one of asElsewhere(saved, job))
    if (!known.has(one.key)) known.set(one.key, one);
  const keys = keysOf(found);
  const open = keys.filter(({ key }) => !known.has(key));
  const matched = matchTouchpoints(
    open.map(({ key }) => key),
    job.touchpoints,
  );
  const touchpoints = keys.flatMap(({ key }) => {
    const touchpointId = matched.get(key);
    return known.get(key) ?? (touchpointId ? { key, touchpointId } : []);
  });
  return {
    settings: {
      ...settings,
      touchpoints,
      personas: personasOf(found, settings, job),
    },
    found,
  };
}

const plain = (text: string) => text.trim().toLocaleLowerCase();

/**
 * What was decided for the same export on another map, by the titles of its touchpoints. One that was left out there may
 * be here, and of two that are called the same nobody knows which is meant.
 */
function asElsewhere(
  { elsewhere }: Saved,
  { touchpoints }: ImportJob,
): Settings["touchpoints"] {
  const byTitle = new Map<string, string | null>();
  for (const { id, title } of touchpoints)
    byTitle.set(plain(title), byTitle.has(plain(title)) ? null : id);
  byTitle.delete("");
  return (elsewhere?.settings.touchpoints ?? []).flatMap(
    ({ key, touchpointId }) => {
      const title = elsewhere?.titles?.get(touchpointId ?? "");
      const id = title === undefined ? null : byTitle.get(plain(title));
      return id ? [{ key, touchpointId: id }] : [];
    },
  );
}

function rowsOf({ table, settings, onShare }: Asked): Found {
  const { mapping } = settings;
  const parsed = importMapping.safeParse(mapping);
  // One of another table cannot be read by: its columns are not these.
  if (!parsed.success || mapping.columns.length !== table.columns.length)
    return null;
  return mapping.shape === "events"
    ? { kind: "cases", read: readCases(table, parsed.data, onShare) }
    : { kind: "records", read: readRecords(table, parsed.data, onShare) };
}

/** Segments that are called as a persona is. */
function personasOf(
  found: Found,
  { personas }: Settings,
  job: ImportJob,
): Settings["personas"] {
  if (found?.kind !== "records" || personas.length > 0) return personas;
  const byName = new Map(
    job.personas.map(({ id, title }) => [plain(title), id]),
  );
  return found.read.segments.slice(0, MOST_SEGMENTS).flatMap(({ key }) => {
    const personaId = byName.get(plain(key));
    return personaId && key.length <= MOST_KEY_LENGTH
      ? { segment: key, personaId }
      : [];
  });
}
