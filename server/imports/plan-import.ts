import { newEvidence } from "@/lib/api/evidence";
import {
  MOST_SEGMENTS,
  type ImportPlanGroup,
  type ImportReading,
} from "@/lib/api/imports";
import type { LogFlow } from "@/lib/api/journey-flow";
import type { ImportProblem, ImportTable } from "@/lib/imports/contract";
import { overlay } from "@/lib/imports/overlay";
import { overlayEvidence } from "@/lib/imports/overlay-evidence";
import type { OnShare } from "@/lib/imports/progress";
import type {
  CasesRead,
  EvidenceDraft,
  KeyCount,
  KeyMapping,
  RecordsRead,
  SummaryGroup,
} from "@/lib/imports/results";
import { summarise } from "@/lib/imports/summarise";
import { withholdFew } from "@/lib/imports/withhold";
import { keysOf, type Found } from "./propose-touchpoints";

type Settings = ImportReading["settings"];

/** Of each touchpoint, so that what thousands wrote does not bury what else is known there. */
const mostQuotes = 20;
const shown = { groups: 200, unmatched: 100 } as const;

type Planned =
  | {
      readonly ok: true;
      readonly evidence: readonly EvidenceDraft[];
      readonly reading: Pick<
        ImportReading,
        | "isComplete"
        | "keys"
        | "moreKeys"
        | "segments"
        | "readRows"
        | "leftOutRows"
        | "plan"
        | "log"
      >;
    }
  | { readonly ok: false; readonly fatal: ImportProblem };

/** What becomes of the rows, by what was decided. */
interface Outcome {
  readonly evidence: readonly EvidenceDraft[];
  readonly groups: readonly ImportPlanGroup[];
  readonly unmatched: readonly KeyCount[];
  readonly leftOut: readonly KeyCount[];
  readonly moreQuotes: number;
  readonly log: LogFlow | null;
}

const nothing: Outcome = {
  evidence: [],
  groups: [],
  unmatched: [],
  leftOut: [],
  moreQuotes: 0,
  log: null,
};

/** What was found in the rows, and from how many answers on there is a score. */
interface About {
  readonly found: Found;
  readonly least: number;
  readonly onShare: OnShare;
}

/** Says what an import by these settings would write. */
export function planImport(
  table: ImportTable,
  settings: Settings,
  about: About,
): Planned {
  const { found } = about;
  const fatal = found?.read.problems.fatal;
  if (fatal) return { ok: false, fatal };
  const outcome = outcomeOf(settings, about);
  const evidence = outcome.evidence
    .filter(isFit)
    .map((draft) => withholdFew(draft, about.least));
  const keys = keysOf(found);
  const isQuote = ({ measure }: EvidenceDraft) => measure === "quote";
  return {
    ok: true,
    evidence,
    reading: {
      isComplete: found !== null,
      keys,
      moreKeys: beyond(allKeys(found), keys),
      segments:
        found?.kind === "records"
          ? found.read.segments.slice(0, MOST_SEGMENTS)
          : [],
      readRows: found?.read.rows ?? table.rows.length,
      leftOutRows: found?.read.leftOut ?? 0,
      log: outcome.log,
      plan: {
        groups: outcome.groups.slice(0, shown.groups),
        moreGroups: Math.max(0, outcome.groups.length - shown.groups),
        pieces: evidence.length,
        quotes: evidence.filter(isQuote).length,
        moreQuotes: outcome.moreQuotes,
        unfit: outcome.evidence.length - evidence.length,
        unmatched: {
          keys: outcome.unmatched.slice(0, shown.unmatched),
          ...countOf(outcome.unmatched),
        },
        leftOut: countOf(outcome.leftOut),
      },
    },
  };
}

function outcomeOf(settings: Settings, about: About): Outcome {
  const { found } = about;
  if (!found) return nothing;
  const places: KeyMapping = new Map(
    settings.touchpoints.map(({ key, touchpointId }) => [key, touchpointId]),
  );
  return found.kind === "cases"
    ? ofCases(found.read, settings, places)
    : ofRecords(found.read, places, { ...about, settings });
}

function ofCases(
  read: CasesRead,
  { day, source }: Settings,
  places: KeyMapping,
): Outcome {
  const report = overlay(read, places);
  const evidence = overlayEvidence(report, { day, source });
  const { cases, outside, period, touchpoints, unmatched, leftOut } = report;
  return {
    ...nothing,
    evidence,
    groups: evidence.map((draft) => groupOf(draft, cases)),
    log: { cases, outside, period, touchpoints: [...touchpoints] },
    unmatched,
    leftOut,
  };
}

function ofRecords(
  read: RecordsRead,
  places: KeyMapping,
  about: Pick<About, "least" | "onShare"> & { readonly settings: Settings },
): Outcome {
  const { settings, least, onShare } = about;
  const { by, day, source, withQuotes, personas } = settings;
  const options = {
    touchpoints: places,
    personas: new Map(
      personas.map(({ segment, personaId }) => [segment, personaId]),
    ),
    by,
    day,
    source,
    withQuotes,
    mostQuotes,
  };
  const { evidence, groups, ...rest } = summarise(read, options, onShare);
  return {
    ...nothing,
    ...rest,
    evidence,
    groups: groups.flatMap((group) => recordGroup(group, least) ?? []),
  };
}

function recordGroup(
  group: SummaryGroup,
  least: number,
): ImportPlanGroup | null {
  const { evidence, question, from, to, records } = group;
  if (!evidence) return null;
  const draft = withholdFew(evidence, least);
  return { ...groupOf(draft, records), question, from, to };
}

function groupOf(draft: EvidenceDraft, records: number): ImportPlanGroup {
  const { touchpointId, personaId, measure, value, unit, scale, n, counted } =
    draft;
  return {
    touchpointId,
    personaId,
    measure,
    value,
    unit,
    scale,
    n,
    records,
    question: draft.note,
    from: draft.heldFrom ?? draft.heldOn,
    to: draft.heldOn,
    counted,
  };
}

/** What the API would refuse when somebody wrote it by hand. */
function isFit({
  measure: _measure,
  interval: _interval,
  counted: _counted,
  ...draft
}: EvidenceDraft): boolean {
  const journeyId = draft.touchpointId;
  return newEvidence.safeParse({ ...draft, journeyId }).success;
}

const allKeys = (found: Found): readonly KeyCount[] => {
  if (!found) return [];
  return found.kind === "cases" ? found.read.activities : found.read.keys;
};

function countOf(keys: readonly KeyCount[]) {
  const rows = keys.reduce((sum, { count }) => sum + count, 0);
  return { values: keys.length, rows };
}

function beyond(all: readonly KeyCount[], some: readonly KeyCount[]) {
  const whole = countOf(all);
  const part = countOf(some);
  return { values: whole.values - part.values, rows: whole.rows - part.rows };
}
