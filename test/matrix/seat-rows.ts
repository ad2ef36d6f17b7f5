import type { SeatOffer } from "@/lib/api/seats";
import { encodeFrames } from "@/lib/protocol/batch";
import { J, type Attempt, type MatrixRow } from "./row";
import type { Column, World } from "./world";

const seats = `${J}/{journeyId}/seats`;
const readers = (done: number) =>
  `401 403 404 ${done} ${done} ${done} ${done} ${done} ${done} ${done}`;
const noSeat = ["anon", "link", "outsider", "person", "pulse"];

/** A seat of whoever may have one, and of an editor for all others: one for each of them and row. */
function seatMaker() {
  const worlds = new WeakMap<World, Map<Column, Promise<Attempt>>>();
  return (world: World, who: Column): Promise<Attempt> => {
    const sitter = noSeat.includes(who) ? "editor" : who;
    const made = worlds.get(world) ?? new Map<Column, Promise<Attempt>>();
    const seat = made.get(sitter) ?? takeSeat(world, sitter);
    worlds.set(world, made.set(sitter, seat));
    return seat;
  };
}

async function takeSeat(world: World, sitter: Column): Promise<Attempt> {
  const journeyId = await world.journey();
  const path = seats
    .replace("{slug}", world.workspace.slug)
    .replace("{journeyId}", journeyId);
  const taken = await world.principal(sitter).send("POST", path, {});
  const { id } = (await taken.json()) as SeatOffer;
  return { params: { journeyId, seatId: id ?? "" } };
}

const toRead = seatMaker();
const toSend = seatMaker();
const toLeave = seatMaker();

/** Seats without a socket: for all who may look on, and for each their own. */
export const seatRows: readonly MatrixRow[] = [
  {
    route: `POST ${seats}`,
    cells: readers(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      body: {},
    }),
  },
  {
    route: `GET ${seats}/{seatId}/frames`,
    cells: readers(200),
    attempt: async (world, who) => ({
      ...(await toRead(world, who)),
      query: "?after=0&wait=no",
    }),
  },
  {
    route: `POST ${seats}/{seatId}/frames`,
    cells: readers(204),
    attempt: async (world, who) => ({
      ...(await toSend(world, who)),
      query: "?first=0",
      raw: encodeFrames([new Uint8Array([0, 0, 1, 0])]),
      headers: { "content-type": "application/octet-stream" },
    }),
  },
  {
    route: `DELETE ${seats}/{seatId}`,
    cells: readers(204),
    attempt: toLeave,
  },
];
