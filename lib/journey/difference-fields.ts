import type {
  Change,
  Thing,
  ThingKind,
  ThingOf,
  TouchpointField,
  ValueChange,
} from "./difference-types";
import { moversBetween } from "./difference-order";
import type { PersonaId } from "./ids";
import type { Lane, Meta, Touchpoint } from "./journey-map";
import { isSameJson } from "./plain";
import type { TextRef } from "./texts";

/** What is chosen or counted at a touchpoint, as far as two maps can differ in it. */
export const TOUCHPOINT_FIELDS = [
  "messageStatus",
  "medium",
  "initiator",
  "receiver",
  "planned",
  "momentOfTruth",
  "dependsOn",
  "responseTime",
  "handledBy",
  "duration",
  "timing",
  "dropOff",
] as const satisfies readonly TouchpointField[];

type FieldOf<K extends ValueChange["of"]> = Extract<
  ValueChange,
  { readonly of: K }
>["field"];

const VALUE_FIELDS: {
  readonly [K in ValueChange["of"]]: readonly FieldOf<K>[];
} = {
  meta: [
    "customerWord",
    "structureLocked",
    "state",
    "outcome",
    "breaksOffAt",
    "reviewEveryDays",
    "locale",
  ],
  stage: ["colour", "collapsed"],
  touchpoint: TOUCHPOINT_FIELDS,
  lane: ["hint", "cellHints", "visibility", "height", "collapsed"],
  card: ["colour", "metric", "decision", "score", "task"],
  attachment: ["kind", "name", "url", "fileId", "mime", "bytes", "sha256"],
};

function values(
  of: ValueChange["of"],
  id: string | null,
  [before, after]: readonly [object, object],
): Change[] {
  const valueIn = (holder: object, field: string): unknown =>
    (holder as Record<string, unknown>)[field];
  return VALUE_FIELDS[of].flatMap((field) => {
    const [old, fresh] = [valueIn(before, field), valueIn(after, field)];
    if (isSameJson(old, fresh)) return [];
    const change = { kind: "set", of, id, field, before: old, after: fresh };
    return [change as ValueChange];
  });
}

function words(
  ref: TextRef | { readonly kind: "notes"; readonly id: Touchpoint["id"] },
  before: string,
  after: string,
): Change[] {
  if (before === after) return [];
  const isName = "field" in ref && ref.field === "title";
  return [{ kind: isName ? "renamed" : "text", ref, before, after }];
}

/** What two maps say of themselves. */
export function metaChanges(before: Meta, after: Meta): Change[] {
  return [
    ...(["title", "scenario"] as const).flatMap((field) =>
      words({ kind: "meta", field }, before[field], after[field]),
    ),
    ...values("meta", null, [before, after]),
  ];
}

type Pair<K extends ThingKind> = readonly [
  before: ThingOf<K>,
  after: ThingOf<K>,
];

/**
 * What is said of one thing in two maps, but for its place.
 *
 * @param personas - whose emotions count; those of others are the business of linking them.
 */
export function thingChanges(
  before: Thing,
  after: Thing,
  personas: ReadonlySet<PersonaId>,
): Change[] {
  const pair = [before.value, after.value] as const;
  switch (after.kind) {
    case "stage":
      return stageChanges(pair as Pair<"stage">);
    case "touchpoint":
      return touchpointChanges(pair as Pair<"touchpoint">, personas);
    case "lane":
      return laneChanges(pair as readonly [Lane, Lane]);
    case "card": {
      const [old, fresh] = pair as Pair<"card">;
      const { id } = fresh;
      return [
        ...words({ kind: "card", id }, old.text, fresh.text),
        ...values("card", id, [old, fresh]),
      ];
    }
    case "attachment":
      return values("attachment", after.value.id, pair);
  }
}

function stageChanges([before, after]: Pair<"stage">): Change[] {
  const { id } = after;
  return [
    ...(["title", "description"] as const).flatMap((field) =>
      words({ kind: "stage", id, field }, before[field], after[field]),
    ),
    ...values("stage", id, [before, after]),
  ];
}

function laneChanges([before, after]: Pair<"lane">): Change[] {
  const { id } = after;
  return [
    ...words({ kind: "lane", id, field: "title" }, before.title, after.title),
    ...values("lane", id, [before, after]),
  ];
}

/** What is written at a touchpoint, its notes apart. */
export const TOUCHPOINT_TEXTS = [
  "title",
  "message",
  "actualMessage",
  "searchQueries",
  "inspiration",
] as const;

function touchpointChanges(
  [before, after]: Pair<"touchpoint">,
  personas: ReadonlySet<PersonaId>,
): Change[] {
  const { id } = after;
  return [
    ...TOUCHPOINT_TEXTS.flatMap((field) =>
      words({ kind: "touchpoint", id, field }, before[field], after[field]),
    ),
    ...words({ kind: "notes", id }, before.notes, after.notes),
    ...values("touchpoint", id, [before, after]),
    ...checkChanges(before, after),
    ...channelChanges(before, after),
    ...ownerChanges(before, after),
    ...emotionChanges(before, after, personas),
  ];
}

function checkChanges(before: Touchpoint, after: Touchpoint): Change[] {
  const { id: touchpointId } = after;
  const old = new Map(before.checklist.map((item) => [item.id, item]));
  const kept = new Set(after.checklist.map(({ id }) => id));
  const movers = moversBetween(
    before.checklist.map(({ id }) => id),
    after.checklist.map(({ id }) => id),
  );
  const changes: Change[] = before.checklist
    .filter(({ id }) => !kept.has(id))
    .map((item) => ({
      kind: "check",
      is: "removed",
      touchpointId,
      item,
      after: null,
    }));
  for (const [index, item] of after.checklist.entries()) {
    const held = old.get(item.id);
    const place = after.checklist[index - 1]?.id ?? null;
    const check = { kind: "check", touchpointId, item } as const;
    if (held === undefined) {
      changes.push({ ...check, is: "added", after: place });
      continue;
    }
    if (movers.has(item.id))
      changes.push({ ...check, is: "moved", after: place });
    if (held.done !== item.done) changes.push({ ...check, is: "answered" });
    const ref = { kind: "checklist", touchpointId, id: item.id } as const;
    changes.push(...words(ref, held.text, item.text));
  }
  return changes;
}

function channelChanges(before: Touchpoint, after: Touchpoint): Change[] {
  const { id: touchpointId } = after;
  const only = (these: Touchpoint, others: Touchpoint) =>
    these.channels.filter((channelId) => !others.channels.includes(channelId));
  return [
    ...only(before, after).map(
      (channelId) =>
        ({ kind: "channel", is: "removed", touchpointId, channelId }) as const,
    ),
    ...only(after, before).map(
      (channelId) =>
        ({ kind: "channel", is: "added", touchpointId, channelId }) as const,
    ),
  ];
}

function ownerChanges(before: Touchpoint, after: Touchpoint): Change[] {
  const rolesOf = ({ owners }: Touchpoint) =>
    new Map(owners.map(({ stakeholderId, role }) => [stakeholderId, role]));
  const [old, fresh] = [rolesOf(before), rolesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(
    (stakeholderId) => {
      const roles = {
        before: old.get(stakeholderId) ?? null,
        after: fresh.get(stakeholderId) ?? null,
      };
      if (roles.before === roles.after) return [];
      const { id: touchpointId } = after;
      return [
        { kind: "owner", touchpointId, stakeholderId, ...roles } as const,
      ];
    },
  );
}

function emotionChanges(
  before: Touchpoint,
  after: Touchpoint,
  personas: ReadonlySet<PersonaId>,
): Change[] {
  return [...personas].flatMap((personaId) => {
    const levels = {
      before: before.emotions[personaId] ?? null,
      after: after.emotions[personaId] ?? null,
    };
    if (levels.before === levels.after) return [];
    const { id: touchpointId } = after;
    return [{ kind: "emotion", touchpointId, personaId, ...levels } as const];
  });
}
