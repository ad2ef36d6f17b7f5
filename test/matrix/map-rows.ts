import type { MapIds, TrashKind } from "./map";
import type { Attempt, MatrixRow } from "./row";

const J = "/workspaces/{slug}/journeys/{journeyId}";
const done = (status: number) =>
  `401 403 404 403 403 ${status} ${status} ${status} 403 ${status}`;

interface Case {
  readonly status?: number;
  readonly names?: readonly string[];
  readonly inTrash?: TrashKind;
  readonly body?: (ids: MapIds) => unknown;
  readonly query?: (ids: MapIds) => string;
}

/** A row on what is fresh on a map; `names` are the parameters of the path besides the journey. */
const row = (
  route: string,
  { status = 200, names = [], inTrash, body, query }: Case = {},
): MatrixRow => ({
  route: route.replace(" ", ` ${J}`),
  cells: done(status),
  attempt: async (world): Promise<Attempt> => {
    const ids = await world.onSharedMap(inTrash);
    const params = ["journeyId", ...names].map((name) => [name, ids[name]]);
    return {
      params: Object.fromEntries(params) as Record<string, string>,
      ...(body && { body: body(ids) }),
      ...(query && { query: query(ids) }),
    };
  },
});

interface KindCase {
  readonly kind: TrashKind;
  readonly add: (ids: MapIds) => unknown;
  readonly change: unknown;
  readonly move: (ids: MapIds) => unknown;
}

const kinds: readonly KindCase[] = [
  {
    kind: "stage",
    add: () => ({ title: "New" }),
    change: { title: "Renamed" },
    move: () => ({ before: null }),
  },
  {
    kind: "touchpoint",
    add: ({ stageId }) => ({ stageId, title: "New" }),
    change: { title: "Renamed", medium: "online" },
    move: ({ stageId }) => ({ stageId, before: null }),
  },
  {
    kind: "lane",
    add: () => ({ kind: "pain", title: "New" }),
    change: { title: "Renamed" },
    move: () => ({ before: null }),
  },
  {
    kind: "card",
    add: ({ laneId, stageId }) => ({ laneId, columnId: stageId, text: "New" }),
    change: { text: "Rewritten" },
    move: ({ laneId, stageId }) => ({
      laneId,
      columnId: stageId,
      before: null,
    }),
  },
  {
    kind: "attachment",
    add: ({ cardId }) => ({
      on: cardId,
      name: "New",
      url: "https://example.org/new",
    }),
    change: { name: "Renamed" },
    move: () => ({ before: null }),
  },
];

function rowsOf({ kind, add, change, move }: KindCase): MatrixRow[] {
  const names = [`${kind}Id`];
  const one = `/${kind}s/{${kind}Id}`;
  const copies = kind === "attachment" ? [] : [`POST ${one}/duplicate`];
  return [
    row(`POST /${kind}s`, { status: 201, body: add }),
    row(`PATCH ${one}`, { names, body: () => change }),
    row(`POST ${one}/move`, { names, body: move }),
    ...copies.map((route) => row(route, { status: 201, names })),
    row(`DELETE ${one}`, { names }),
    row(`POST ${one}/restore`, { names, inTrash: kind }),
  ];
}

const touchpoint = "/touchpoints/{touchpointId}";
const names = ["touchpointId"];
const channel = { names: [...names, "channelId"] };
const owner = { names: [...names, "stakeholderId"] };
const emotion = { names: [...names, "personaId"] };
const item = { names: [...names, "itemId"] };

/** The rows of what is on a map. */
export const mapRows: readonly MatrixRow[] = [
  row("PATCH /map", { body: () => ({ title: "Renamed" }) }),
  row("PUT /personas/{personaId}", { names: ["personaId"] }),
  row("DELETE /personas/{personaId}", { names: ["personaId"] }),
  row("POST /links", {
    status: 201,
    body: ({ cardId, stageId }) => ({
      from: cardId,
      to: stageId,
      kind: "solves",
    }),
  }),
  row("DELETE /links", {
    query: ({ cardId, touchpointId }) =>
      `?from=${cardId}&to=${touchpointId}&kind=solves`,
  }),
  ...kinds.flatMap(rowsOf),
  row(`PUT ${touchpoint}/channels/{channelId}`, channel),
  row(`DELETE ${touchpoint}/channels/{channelId}`, channel),
  row(`PUT ${touchpoint}/owners/{stakeholderId}`, {
    ...owner,
    body: () => ({ role: "responsible" }),
  }),
  row(`DELETE ${touchpoint}/owners/{stakeholderId}`, owner),
  row(`PUT ${touchpoint}/responsible`, {
    names,
    body: ({ stakeholderId }) => ({ stakeholderId }),
  }),
  row(`PUT ${touchpoint}/emotions/{personaId}`, {
    ...emotion,
    body: () => ({ value: -1 }),
  }),
  row(`DELETE ${touchpoint}/emotions/{personaId}`, emotion),
  row(`POST ${touchpoint}/checklist`, {
    status: 201,
    names,
    body: () => ({ text: "New?" }),
  }),
  row(`PATCH ${touchpoint}/checklist/{itemId}`, {
    ...item,
    body: () => ({ done: true }),
  }),
  row(`POST ${touchpoint}/checklist/{itemId}/move`, {
    ...item,
    body: () => ({ before: null }),
  }),
  row(`DELETE ${touchpoint}/checklist/{itemId}`, item),
  row("POST /follow-ups", {
    status: 201,
    body: ({ touchpointId }) => ({ from: touchpointId, kind: "action" }),
  }),
  row(`POST ${touchpoint}/recoveries`, {
    status: 201,
    names,
    body: () => ({ timing: { offset: "PT3H", after: "leaving" } }),
  }),
  row("POST /operations", {
    body: ({ cardId }) => ({
      operations: [{ op: "card.change", cardId, text: "Rewritten" }],
    }),
  }),
];
