import { members, J, W, type MatrixRow } from "./row";

const one = `${W}/pulses/{pulseId}`;
const makers = (done: number) =>
  `401 404 404 403 403 ${done} ${done} ${done} 403 403`;
/** What the link of a pulse opens is not there for anybody else. */
const nobodyElse = "401 404 404 404 404 404 404 404 404 404";
const face = { face: 4, comment: "Fine" } as const;

/** Pulses: links that ask how touchpoints feel, what came of them, and answering. */
export const pulseRows: readonly MatrixRow[] = [
  {
    route: `GET ${J}/{journeyId}/pulses`,
    cells: members,
    attempt: async (world) => {
      const { journeyId } = await world.pulse();
      return { params: { journeyId } };
    },
  },
  {
    route: `POST ${J}/{journeyId}/pulses`,
    cells: makers(201),
    attempt: async (world) => {
      const { journeyId, touchpointId } = await world.map();
      return {
        params: { journeyId },
        body: {
          audience: "customers",
          touchpointIds: [touchpointId],
          locale: "nl",
        },
      };
    },
  },
  {
    route: `GET ${one}`,
    cells: members,
    attempt: async (world) => {
      const { pulseId } = await world.pulse();
      return { params: { pulseId } };
    },
  },
  {
    route: `PATCH ${one}`,
    cells: makers(200),
    attempt: async (world) => {
      const { pulseId } = await world.pulse();
      return { params: { pulseId }, body: { name: "At the till" } };
    },
  },
  {
    route: `DELETE ${one}`,
    cells: makers(204),
    attempt: async (world) => {
      const { pulseId } = await world.pulse();
      return { params: { pulseId } };
    },
  },
  {
    route: `GET ${one}/code`,
    cells: makers(200),
    attempt: async (world) => {
      const { pulseId } = await world.pulse();
      return { params: { pulseId } };
    },
  },
  {
    route: `GET ${one}/comments`,
    cells: members,
    attempt: async (world) => {
      const { pulseId } = await world.pulse();
      return { params: { pulseId } };
    },
  },
  {
    route: `DELETE ${one}/comments/{answerId}`,
    cells: makers(204),
    attempt: async (world) => {
      const { pulseId, answerId } = await world.pulse();
      return { params: { pulseId, answerId } };
    },
  },
  {
    route: "GET /pulse",
    cells: nobodyElse,
    pulse: 200,
    attempt: async (world) => {
      await world.askedPulse();
      return {};
    },
  },
  {
    route: "PUT /pulse/answers",
    cells: nobodyElse,
    pulse: 204,
    attempt: async (world) => ({
      body: {
        touchpointId: (await world.askedPulse()).touchpointId,
        key: crypto.randomUUID(),
        ...face,
      },
    }),
  },
  {
    route: "PUT /person/pulses/{pulseId}/{touchpointId}",
    cells: nobodyElse,
    person: 204,
    attempt: async (world) => {
      const { pulseId, touchpointId } = await world.askedPulse();
      return { params: { pulseId, touchpointId }, body: face };
    },
  },
];
