const finalBinary = 0x82;
const mostInByte = 125;
const mostIn16Bits = 0xffff;
const follows16 = 126;
const follows64 = 127;

/** What stands before so many bytes on the wire of a WebSocket (RFC 6455, 5.2): a server's frames are not masked. */
export function wireHeader(length: number): Buffer {
  const header =
    length <= mostInByte
      ? Buffer.from([finalBinary, length])
      : Buffer.alloc(length <= mostIn16Bits ? 4 : 10);
  if (length > mostInByte) {
    header[0] = finalBinary;
    header[1] = length <= mostIn16Bits ? follows16 : follows64;
    if (length <= mostIn16Bits) header.writeUInt16BE(length, 2);
    else header.writeBigUInt64BE(BigInt(length), 2);
  }
  return header;
}

/** A message as it goes over the wire. */
export const wireFrame = (message: Uint8Array): Buffer =>
  Buffer.concat([wireHeader(message.length), message]);

/** The message inside of what `wireFrame` made, for whoever is not reached by a WebSocket. */
export function messageOf(frame: Buffer): Uint8Array {
  const short = (frame[1] ?? 0) & 0x7f;
  if (short <= mostInByte) return frame.subarray(2);
  return frame.subarray(short === follows16 ? 4 : 10);
}
