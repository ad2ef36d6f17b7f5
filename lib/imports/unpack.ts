/**
 * What packed bytes unpack to; null where they are broken, "tooMany" where they grow beyond a limit. What a file says
 * about its own size is never believed: unpacking stops at the limit.
 */
export async function unpack(
  bytes: Uint8Array,
  format: "gzip" | "deflate-raw",
  most: number,
): Promise<Uint8Array | "tooMany" | null> {
  // A copy of its own, for a stream takes no bytes of shared memory.
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const reader = packed
    .pipeThrough(new DecompressionStream(format))
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return "tooMany";
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
