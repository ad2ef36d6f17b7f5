import * as encoding from "lib0/encoding";
import { wireFrame } from "./wire-frame";
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
