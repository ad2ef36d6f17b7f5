import { editors, librarians, members, J, W, type MatrixRow } from "./row";

/** Those who may not edit maps bring evidence too. */
const contributors = (done: number) =>
  `401 404 404 403 ${done} ${done} ${done} ${done} 403 ${done}`;
const firstVersion = { "if-match": '"1"' };

export const evidence = {
  kind: "hard",
  origin: "survey",
  value: 4,
  scale: { low: 1, high: 5, isHighBad: false, isShare: false },
  n: 12,
  heldOn: "2026-10-31",
} as const;

/** What is known about touchpoints and personas. */
export const evidenceRows: readonly MatrixRow[] = [
  { route: `GET ${W}/evidence`, cells: members },
  {
    route: `POST ${W}/evidence`,
    cells: contributors(201),
    attempt: async (world) => {
      const { journeyId, touchpointId } = await world.map();
      return { body: { ...evidence, journeyId, touchpointId } };
    },
  },
  {
    route: `GET ${W}/evidence/{evidenceId}`,
    cells: members,
    attempt: async (world) => {
      const { evidenceId } = await world.evidence("owner");
      return { params: { evidenceId } };
    },
  },
  {
    route: `PATCH ${W}/evidence/{evidenceId}`,
    when: "one's own",
    cells: contributors(200),
    attempt: async (world, who) => {
      const { evidenceId } = await world.evidence(who);
      const body = { source: "The help desk" };
      return { params: { evidenceId }, body, headers: firstVersion };
    },
  },
  {
    route: `PATCH ${W}/evidence/{evidenceId}`,
    when: "another's",
    cells: librarians(200),
    attempt: async (world) => {
      const { evidenceId } = await world.evidence("outsider");
      const body = { source: "The help desk" };
      return { params: { evidenceId }, body, headers: firstVersion };
    },
  },
  {
    route: `DELETE ${W}/evidence/{evidenceId}`,
    when: "one's own",
    cells: contributors(204),
    attempt: async (world, who) => {
      const { evidenceId } = await world.evidence(who);
      return { params: { evidenceId } };
    },
  },
  {
    route: `DELETE ${W}/evidence/{evidenceId}`,
    when: "another's",
    cells: librarians(204),
    attempt: async (world) => {
      const { evidenceId } = await world.evidence("outsider");
      return { params: { evidenceId } };
    },
  },
  {
    route: `POST ${W}/evidence/{evidenceId}/restore`,
    when: "one's own",
    cells: contributors(200),
    attempt: async (world, who) => {
      const { evidenceId } = await world.evidence(who, true);
      return { params: { evidenceId } };
    },
  },
  {
    route: `POST ${W}/evidence/{evidenceId}/restore`,
    when: "another's",
    cells: librarians(200),
    attempt: async (world) => {
      const { evidenceId } = await world.evidence("outsider", true);
      return { params: { evidenceId } };
    },
  },
  {
    route: `GET ${J}/{journeyId}/evidence`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.evidence("owner");
      return { params: { journeyId } };
    },
  },
  {
    route: `POST ${J}/{journeyId}/evidence/move`,
    cells: editors(200),
    attempt: async (world) => {
      const { journeyId, touchpointId } = await world.map();
      const body = { from: crypto.randomUUID(), to: touchpointId };
      return { params: { journeyId }, body };
    },
  },
];
