import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { env } from "@/server/env";

// No mail of ours names a file or an address to read from.
const sealed = { disableFileAccess: true, disableUrlAccess: true } as const;

/** Keeps a mail in DATA_DIR/outbox, readable by the operator alone. */
async function keep(mail: SendMailOptions & { to: { address: string } }) {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  });
  const { message } = await composer.sendMail({ ...mail, ...sealed });
  const folder = path.join(env.DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  const name = `${at.replaceAll(":", "-")}-${randomUUID().slice(0, 8)}`;
  const summary = {
    at,
    to: mail.to.address,
    subject: mail.subject,
    text: mail.text,
  };
  const options = { mode: 0o600, flag: "wx" } as const;
  await writeFile(path.join(folder, `${name}.eml`), message, options);
  await writeFile(
    path.join(folder, `${name}.json`),
    `${JSON.stringify(summary, null, 2)}\n`,
    options,
  );
}

/** Sends a mail by SMTP_URL, or keeps it in the outbox where there is none. */
export async function deliver(
  mail: SendMailOptions & { to: { name: string; address: string } },
): Promise<void> {
  if (!env.SMTP_URL) return keep(mail);
  const transport = createTransport(env.SMTP_URL);
  try {
    await transport.sendMail({ ...mail, ...sealed });
  } finally {
    transport.close();
  }
}
