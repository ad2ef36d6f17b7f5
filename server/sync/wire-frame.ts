const finalBinary = 0x82;
const mostInByte = 125;
const mostIn16Bits = 0xffff;
const follows16 = 126;
const follows64 = 127;

/** A message as it goes over the wire of a WebSocket (RFC 6455, 5.2): a server's frames are not masked. */
export function wireFrame(message: Uint8Array): Buffer {
  const { length } = message;
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
  return Buffer.concat([header, message]);
}
