import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import type { Kind } from "../journey/kind";
import { roomEvent, type RoomEvent } from "./events";
import { EXTENSION, MESSAGE } from "./messages";

const hello = v.object({
  epoch: v.pipe(v.number(), v.safeInteger()),
  role: v.string(),
  canEdit: v.boolean(),
  /** Who might edit looks on, because no place is left; a server that has one again asks them to come back. */
  isFull: v.optional(v.boolean()),
  headSeq: v.pipe(v.number(), v.safeInteger()),
  /** Which build the server is of; an older one does not say. */
  build: v.optional(v.string()),
  // A newer server may have more of them.
  limits: v.record(v.string(), v.number()),
});

/** What the server tells a client that just took its seat. */
export type Hello = v.InferOutput<typeof hello>;

/** `degraded`: nothing can be stored just now. `readonly`: what this seat sends is not taken. */
export const SEAT_STATES = ["ok", "degraded", "readonly"] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** What the server sends under type 100. */
export type ServerExtension =
  | { kind: "ack"; marker: number; seq: number }
  | { kind: "state"; state: SeatState }
  | { kind: "event"; event: RoomEvent }
  | { kind: "hello"; hello: Hello }
  | { kind: "reset"; reason: string };

const frame = (subType: number, write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.extension);
  encoding.writeVarUint(encoder, subType);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** Encodes the question "is everything up to here stored?". */
export const encodeMarker = (marker: number): Uint8Array =>
  frame(EXTENSION.ack, (encoder) => encoding.writeVarUint(encoder, marker));

/** Encodes one frame of the server. */
export function encodeExtension(message: ServerExtension): Uint8Array {
  switch (message.kind) {
    case "ack":
      return frame(EXTENSION.ack, (encoder) => {
        encoding.writeVarUint(encoder, message.marker);
        encoding.writeVarUint(encoder, message.seq);
      });
    case "state":
      return frame(EXTENSION.state, (encoder) =>
        encoding.writeVarUint(encoder, SEAT_STATES.indexOf(message.state)),
      );
    case "event":
      return frame(EXTENSION.event, (encoder) =>
        encoding.writeVarString(encoder, JSON.stringify(message.event)),
      );
    case "hello":
      return frame(EXTENSION.hello, (encoder) =>
        encoding.writeVarString(encoder, JSON.stringify(message.hello)),
      );
    case "reset":
      return frame(EXTENSION.reset, (encoder) =>
        encoding.writeVarString(encoder, message.reason),
      );
  }
}

const readJson = <T>(decoder: decoding.Decoder, kind: Kind<T>) =>
  v.parse(kind, JSON.parse(decoding.readVarString(decoder)));

/**
 * Reads a frame of the server after its type 100 was read.
 *
 * @returns null for a sub-type that this client does not know: a newer server may send more.
 * @throws where a known sub-type is malformed.
 */
export function readServerExtension(
  decoder: decoding.Decoder,
): ServerExtension | null {
  switch (decoding.readVarUint(decoder)) {
    case EXTENSION.ack: {
      const marker = decoding.readVarUint(decoder);
      return { kind: "ack", marker, seq: decoding.readVarUint(decoder) };
    }
    case EXTENSION.state: {
      const state = SEAT_STATES[decoding.readVarUint(decoder)];
      return state === undefined ? null : { kind: "state", state };
    }
    case EXTENSION.event:
      return { kind: "event", event: readJson(decoder, roomEvent) };
    case EXTENSION.hello:
      return { kind: "hello", hello: readJson(decoder, hello) };
    case EXTENSION.reset:
      return { kind: "reset", reason: decoding.readVarString(decoder) };
    default:
      return null;
  }
}

/**
 * Reads a client's frame after its type 100 was read: the marker, or null for anything else.
 *
 * @throws where the frame ends too early.
 */
export function readMarker(decoder: decoding.Decoder): number | null {
  if (decoding.readVarUint(decoder) !== EXTENSION.ack) return null;
  return decoding.readVarUint(decoder);
}
