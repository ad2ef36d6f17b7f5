import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Where a seat without a socket stands: whether it was ended, and what came for it. */
export interface SeatAnswer {
  readonly end: { readonly code: number; readonly reason: string } | null;
  readonly frames: readonly Uint8Array[];
}

function writeFrames(
  encoder: encoding.Encoder,
  frames: readonly Uint8Array[],
): void {
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
}

function readFrames(decoder: decoding.Decoder): Uint8Array[] {
  const frames: Uint8Array[] = [];
  while (decoding.hasContent(decoder))
    frames.push(decoding.readVarUint8Array(decoder).slice());
  return frames;
}

/** Encodes frames of a client for one request. */
export function encodeFrames(frames: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  writeFrames(encoder, frames);
  return encoding.toUint8Array(encoder);
}

/** @throws where the last frame ends too early. */
export const decodeFrames = (bytes: Uint8Array): Uint8Array[] =>
  readFrames(decoding.createDecoder(bytes));

/** Encodes what a seat without a socket is answered. */
export function encodeAnswer({ end, frames }: SeatAnswer): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, end?.code ?? 0);
  encoding.writeVarString(encoder, end?.reason ?? "");
  writeFrames(encoder, frames);
  return encoding.toUint8Array(encoder);
}

/** @throws where it ends too early. */
export function decodeAnswer(bytes: Uint8Array): SeatAnswer {
  const decoder = decoding.createDecoder(bytes);
  const code = decoding.readVarUint(decoder);
  const reason = decoding.readVarString(decoder);
  const frames = readFrames(decoder);
  return { end: code === 0 ? null : { code, reason }, frames };
}
