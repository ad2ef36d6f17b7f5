import { open } from "node:fs/promises";

const headerBytes = 1_024;
const tailBytes = 2_048;

/**
 * Whether a file has the beginning and the end that every PDF has. Nothing in it is interpreted:
 * it is only ever handed out to be kept, in a sandbox.
 */
export async function looksWhole(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const part = async (position: number, length: number) => {
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(length),
        0,
        length,
        position,
      );
      return buffer.toString("latin1", 0, bytesRead);
    };
    const start = await part(0, headerBytes);
    const end = await part(Math.max(0, size - tailBytes), tailBytes);
    return /^%PDF-\d\.\d/.test(start) && /startxref\s+\d+\s+%%EOF/.test(end);
  } finally {
    await file.close();
  }
}
