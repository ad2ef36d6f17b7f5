import { promisify } from "node:util";
import zlib from "node:zlib";

const level = 1;
/** What is larger has an engine of its own, so that nothing small waits behind it. */
const mostShared = 64 * 1024;
const lengthBytes = 4;

const gzip = promisify(zlib.gzip);

/**
 * Packs small blobs one after the other with one engine. An engine for each would take a quarter of a megabyte
 * every time, and what JavaScript holds of it is only freed by a full collection: a map that gets large pastes
 * would grow the process by that until one comes.
 */
class Packer {
  // Its type leaves out what every engine of zlib can do: begin anew.
  private readonly engine = zlib.createGzip({ level }) as zlib.Gzip &
    zlib.ZlibReset;
  private parts: Buffer[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.engine.on("data", (part: Buffer) => this.parts.push(part));
    // Heard by whoever waits; without a listener it would end the process.
    this.engine.on("error", () => undefined);
  }

  pack(bytes: Uint8Array): Promise<Buffer> {
    const packed = this.last.then(() => this.packNow(bytes));
    this.last = packed.catch(() => undefined);
    return packed;
  }

  private packNow(bytes: Uint8Array): Promise<Buffer> {
    const { engine } = this;
    return new Promise((done, fail) => {
      // It broke with what came before: nobody would hear of it a second time.
      if (engine.destroyed) return fail(new Error("gzip broke"));
      engine.once("error", fail);
      engine.write(bytes, (error) => error && fail(error));
      engine.flush(zlib.constants.Z_FINISH, () => {
        engine.off("error", fail);
        // What was not handed on yet comes to the listener with this.
        while (engine.read() !== null);
        const packed = Buffer.concat(this.parts);
        this.parts = [];
        engine.reset();
        if (lengthIn(packed) === bytes.length) done(packed);
        else fail(new Error("gzip lost something"));
      });
    });
  }
}

/** How much there is inside, as the end of every gzip member says (RFC 1952, 2.3.1). */
const lengthIn = (packed: Buffer) =>
  packed.length < lengthBytes
    ? -1
    : packed.readUInt32LE(packed.length - lengthBytes);

let packer: Packer | null = null;

/** Bytes as one gzip member. */
export async function pack(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length > mostShared) return gzip(bytes, { level });
  packer ??= new Packer();
  try {
    return await packer.pack(bytes);
  } catch {
    // Nothing is kept from the log because an engine broke.
    packer = null;
    return gzip(bytes, { level });
  }
}
