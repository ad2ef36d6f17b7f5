import type * as z from "zod";
import {
  mapAttachment,
  mapCard,
  mapLane,
  mapLink,
  mapMeta,
  mapPersonas,
  mapStage,
  mapTouchpoint,
} from "@/lib/api/map-entities";
import { cardVerbs } from "@/server/commands/map-card-verbs";
import { itemVerbs, setVerbs } from "@/server/commands/map-detail-verbs";
import { attachmentVerbs, metaVerbs } from "@/server/commands/map-meta-verbs";
import { laneVerbs, stageVerbs } from "@/server/commands/map-stage-verbs";
import { touchpointVerbs } from "@/server/commands/map-touchpoint-verbs";
import type { Verb } from "@/server/commands/map-verb";
import { mapRoute } from "./map-route";
import type { Route } from "./route";

const exampleId = "5f4f6a52-9f0c-4f0e-8a35-0b9f5c1f7d11";
const otherId = "0b7c1a8e-53d2-4c55-9f5c-7a2f6e1d9c30";

interface Kind {
  /** As people read it. */
  readonly name: string;
  readonly all: `/${string}`;
  readonly one: `/${string}`;
  readonly entity: z.ZodType;
  readonly verbs: {
    readonly add: Verb;
    readonly change: Verb;
    readonly move: Verb;
    readonly duplicate?: Verb;
    readonly remove: Verb;
    readonly restore: Verb;
  };
  readonly examples: {
    readonly add: unknown;
    readonly change: unknown;
    readonly move: unknown;
  };
}

/** What can be done with each kind of entity. */
function routesOf({ name, all, one, entity, verbs, examples }: Kind): Route[] {
  const { duplicate } = verbs;
  const onOne = { entity, path: one } as const;
  return [
    mapRoute({
      ...onOne,
      verb: verbs.add,
      method: "post",
      path: all,
      summary: `Add ${name} to a map`,
      example: examples.add,
    }),
    mapRoute({
      ...onOne,
      verb: verbs.change,
      method: "patch",
      summary: `Change ${name}; text is written by its difference, so that what others type stays`,
      example: examples.change,
    }),
    mapRoute({
      ...onOne,
      verb: verbs.move,
      method: "post",
      path: `${one}/move`,
      summary: `Move ${name} before another, or to the end (null)`,
      example: examples.move,
    }),
    ...(duplicate
      ? [
          mapRoute({
            entity,
            verb: duplicate,
            method: "post",
            path: `${one}/duplicate`,
            summary: `Copy ${name}, right behind itself`,
          }),
        ]
      : []),
    mapRoute({
      ...onOne,
      verb: verbs.remove,
      method: "delete",
      summary: `Put ${name} into the trash of the map`,
      entity: null,
    }),
    mapRoute({
      ...onOne,
      verb: verbs.restore,
      method: "post",
      path: `${one}/restore`,
      summary: `Take ${name} out of the trash of the map`,
      example: {},
    }),
  ];
}

const kinds: readonly Kind[] = [
  {
    name: "a stage",
    all: "/stages",
    one: "/stages/{stageId}",
    entity: mapStage,
    verbs: stageVerbs,
    examples: {
      add: { title: "Awareness", colour: "blue", before: null },
      change: { title: "Orientation", ifSeq: 42 },
      move: { before: otherId },
    },
  },
  {
    name: "a touchpoint",
    all: "/touchpoints",
    one: "/touchpoints/{touchpointId}",
    entity: mapTouchpoint,
    verbs: touchpointVerbs,
    examples: {
      add: { stageId: exampleId, title: "Sees an advert", medium: "online" },
      change: { message: "We know backs", responseTime: "PT4H" },
      move: { stageId: exampleId, before: null },
    },
  },
  {
    name: "a lane",
    all: "/lanes",
    one: "/lanes/{laneId}",
    entity: mapLane,
    verbs: laneVerbs,
    examples: {
      add: { kind: "pain", title: "Pains" },
      change: { visibility: "backstage", height: 120 },
      move: { before: null },
    },
  },
  {
    name: "a card",
    all: "/cards",
    one: "/cards/{cardId}",
    entity: mapCard,
    verbs: cardVerbs,
    examples: {
      add: { laneId: exampleId, columnId: otherId, text: "Back hurts" },
      change: { decision: { status: "accepted", reason: "Comes up often" } },
      move: { laneId: exampleId, columnId: otherId, before: null },
    },
  },
  {
    name: "an attachment that is a link",
    all: "/attachments",
    one: "/attachments/{attachmentId}",
    entity: mapAttachment,
    verbs: attachmentVerbs,
    examples: {
      add: { on: exampleId, name: "Study", url: "https://example.org/study" },
      change: { name: "Study of 2026" },
      move: { before: null },
    },
  },
];

const touchpoint = "/touchpoints/{touchpointId}" as const;
const item = `${touchpoint}/checklist/{itemId}` as const;
const ofTouchpoint = { entity: mapTouchpoint } as const;

const checklistRoutes: Route[] = [
  mapRoute({
    ...ofTouchpoint,
    verb: itemVerbs.add,
    method: "post",
    path: `${touchpoint}/checklist`,
    summary: "Add a check question to a touchpoint",
    example: { text: "Is the price on the page?" },
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: itemVerbs.change,
    method: "patch",
    path: item,
    summary: "Change or answer a check question",
    example: { done: true },
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: itemVerbs.move,
    method: "post",
    path: `${item}/move`,
    summary: "Move a check question before another, or to the end (null)",
    example: { before: null },
  }),
  mapRoute({
    verb: itemVerbs.remove,
    method: "delete",
    path: item,
    summary: "Take a check question off a touchpoint",
    entity: null,
  }),
];

const setRoutes: Route[] = [
  mapRoute({
    ...ofTouchpoint,
    verb: setVerbs.addChannel,
    method: "put",
    path: `${touchpoint}/channels/{channelId}`,
    summary: "Put a channel on a touchpoint",
    example: {},
  }),
  mapRoute({
    verb: setVerbs.removeChannel,
    method: "delete",
    path: `${touchpoint}/channels/{channelId}`,
    summary: "Take a channel off a touchpoint",
    entity: null,
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: setVerbs.setOwner,
    method: "put",
    path: `${touchpoint}/owners/{stakeholderId}`,
    summary: "Give a stakeholder a role at a touchpoint",
    example: { role: "involved" },
  }),
  mapRoute({
    verb: setVerbs.removeOwner,
    method: "delete",
    path: `${touchpoint}/owners/{stakeholderId}`,
    summary: "Take a stakeholder off a touchpoint",
    entity: null,
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: setVerbs.setResponsible,
    method: "put",
    path: `${touchpoint}/responsible`,
    summary: "Name the one who is responsible for a touchpoint, or nobody",
    example: { stakeholderId: exampleId },
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: setVerbs.setEmotion,
    method: "put",
    path: `${touchpoint}/emotions/{personaId}`,
    summary: "Say what a persona of the map feels at a touchpoint",
    example: { value: -1 },
  }),
  mapRoute({
    verb: setVerbs.removeEmotion,
    method: "delete",
    path: `${touchpoint}/emotions/{personaId}`,
    summary: "Take back what a persona feels at a touchpoint",
    entity: null,
  }),
];

const followUpRoutes: Route[] = [
  mapRoute({
    entity: mapCard,
    verb: cardVerbs.followUp,
    method: "post",
    path: "/follow-ups",
    summary:
      "Make a task (`action`) or an `opportunity` out of a card or a touchpoint, where it belongs on the map",
    example: { from: exampleId, kind: "action", laneTitle: "Actions" },
  }),
  mapRoute({
    ...ofTouchpoint,
    verb: touchpointVerbs.recover,
    method: "post",
    path: `${touchpoint}/recoveries`,
    summary:
      "Add a touchpoint that follows up on the failure of this one, so long after it",
    example: {
      title: "Mail about the cart",
      timing: { offset: "PT3H", after: "the cart is left" },
    },
  }),
];

const wholeRoutes: Route[] = [
  mapRoute({
    verb: metaVerbs.change,
    method: "patch",
    path: "/map",
    summary: "Change what a map says of itself",
    entity: mapMeta,
    example: { title: "Buying running shoes", reviewEveryDays: 90 },
  }),
  mapRoute({
    verb: metaVerbs.placePersona,
    method: "put",
    path: "/personas/{personaId}",
    summary: "Make a map be about a persona, or move one that it is about",
    entity: mapPersonas,
    example: { before: null },
  }),
  mapRoute({
    verb: metaVerbs.removePersona,
    method: "delete",
    path: "/personas/{personaId}",
    summary: "Take a persona off a map",
    entity: null,
  }),
  mapRoute({
    verb: metaVerbs.addLink,
    method: "post",
    path: "/links",
    summary: "Tie a thing of a map to another or to another journey",
    entity: mapLink,
    example: { from: exampleId, to: otherId, kind: "solved-by" },
  }),
  mapRoute({
    verb: metaVerbs.removeLink,
    method: "delete",
    path: "/links",
    summary: "Untie two things",
    entity: null,
  }),
];

/** Everything that can be changed on a map, thing by thing; there is no way to replace a whole one. */
export const mapRoutes: Route[] = [
  ...wholeRoutes,
  ...kinds.flatMap(routesOf),
  ...setRoutes,
  ...checklistRoutes,
  ...followUpRoutes,
];
