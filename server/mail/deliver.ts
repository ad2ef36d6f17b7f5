import { access, mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { env } from "@/server/env";

// No mail of ours names a file or an address to read from.
const sealed = { disableFileAccess: true, disableUrlAccess: true } as const;

/** A mail server that answers nothing must not hold a sender for ever. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
} as const;
const patienceMs = 90_000;

export interface Letter extends SendMailOptions {
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
}

/** Which mail it is, the same each time it is tried. */
export interface LetterMark {
  readonly id: string;
  readonly at: Date;
}

/** Whole or not there. Readable by the operator alone. */
async function write(file: string, content: string | Buffer): Promise<void> {
  const half = `${file}.half`;
  await writeFile(half, content, { mode: 0o600 });
  await rename(half, file);
}

/** Keeps a mail in DATA_DIR/outbox. Its second file is written last, so that what is there is complete. */
async function keep(letter: Letter, { id, at }: LetterMark): Promise<void> {
  const folder = path.join(env.DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${at.toISOString().replaceAll(":", "-")}-${id.slice(-8)}`;
  const summaryFile = path.join(folder, `${name}.json`);
  const isKept = await access(summaryFile).then(
    () => true,
    () => false,
  );
  if (isKept) return;
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  });
  const { message } = await composer.sendMail({ ...letter, ...sealed });
  if (!Buffer.isBuffer(message)) throw new Error("composed as a stream");
  await write(path.join(folder, `${name}.eml`), message);
  const summary = {
    at: at.toISOString(),
    to: letter.to.address,
    subject: letter.subject,
    text: letter.text,
  };
  await write(summaryFile, `${JSON.stringify(summary, null, 2)}\n`);
}

function tooLate(afterMs: number): { late: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error("the mail server took too long"));
    timer = setTimeout(fail, afterMs);
  });
  return { late, stop: () => clearTimeout(timer) };
}

/** Sends a mail by SMTP_URL, or keeps it in the outbox where there is none. */
export async function deliver(letter: Letter, mark: LetterMark): Promise<void> {
  if (!env.SMTP_URL) return keep(letter, mark);
  const transport = createTransport({ url: env.SMTP_URL, ...patience });
  // Its own limits are on silence; a server that says a little every now and then would pass them.
  const { late, stop } = tooLate(patienceMs);
  try {
    await Promise.race([transport.sendMail({ ...letter, ...sealed }), late]);
  } finally {
    stop();
    transport.close();
  }
}
