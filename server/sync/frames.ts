import * as encoding from "lib0/encoding";
import { wireFrame, wireHeader } from "./wire-frame";
import { AUTH, MESSAGE, SYNC } from "@/lib/protocol/messages";

const syncFrame = (kind: number, bytes: Uint8Array) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
};

/** "This is what I have; answer with what I miss." */
export const step1Frame = (stateVector: Uint8Array) =>
  syncFrame(SYNC.step1, stateVector);

/** "This is what you miss." */
export const step2Frame = (update: Uint8Array) => syncFrame(SYNC.step2, update);

/** "This just happened." */
export const updateFrame = (update: Uint8Array) =>
  syncFrame(SYNC.update, update);

/** The same as it goes over the wire, written once: that is what every change is told in. */
export function updateWireFrame(update: Uint8Array): Buffer {
  const { length } = update;
  const head: number[] = [MESSAGE.sync, SYNC.update];
  let rest = length;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
    head.push(0x80 | (rest % 0x80));
  head.push(rest);
  const header = wireHeader(head.length + length);
  const frame = Buffer.allocUnsafe(header.length + head.length + length);
  frame.set(header);
  frame.set(head, header.length);
  frame.set(update, header.length + head.length);
  return frame;
}

/** "What you sent is not taken." */
export function permissionDeniedFrame(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.auth);
  encoding.writeVarUint(encoder, AUTH.permissionDenied);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

/** A presence frame about nobody: data that keeps a stock client from leaving. */
export const heartbeatFrame = wireFrame(
  new Uint8Array([MESSAGE.presence, 1, 0]),
);
