/**
 * In front of the whole document with which a map's history begins anew: a later part of the log follows on it and
 * on nothing before. As an update it would declare millions of clients, so nothing that anybody sends is taken for it.
 */
const sign = new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x77, 0x6d, 0x62, 0x67]);

/** A whole document as the change with which a history begins. */
export function beginningOf(whole: Uint8Array): Uint8Array {
  const beginning = new Uint8Array(sign.length + whole.length);
  beginning.set(sign);
  beginning.set(whole, sign.length);
  return beginning;
}

/** Whether a history begins with a change. */
export const isBeginning = (data: Uint8Array): boolean =>
  sign.every((byte, at) => data[at] === byte);

/** The document with which a history begins; null where a change is one like all others. */
export const wholeOf = (data: Uint8Array): Uint8Array | null =>
  isBeginning(data) ? data.subarray(sign.length) : null;
