import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { TestServer } from "./server";

export interface Mail {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

async function readOutbox(folder: string): Promise<Mail[]> {
  const files = await readdir(folder).catch((): string[] => []);
  const mails = files
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map(async (file) =>
      // A file that is being written is read again by the next look.
      readFile(path.join(folder, file), "utf8")
        .then((text) => JSON.parse(text) as Mail)
        .catch(() => null),
    );
  return (await Promise.all(mails)).filter((mail) => mail !== null);
}

/** The mails that the server would have sent. */
export interface Mailbox {
  /** The newest mail to an address, waited for. */
  newestTo(address: string): Promise<Mail>;
  /** The first link in the newest mail to an address. */
  linkTo(address: string): Promise<string>;
}

export function openMailbox(server: TestServer): Mailbox {
  const folder = path.join(server.dataDir, "outbox");
  const find = async (address: string) =>
    (await readOutbox(folder)).findLast(({ to }) => to === address) ?? null;

  async function newestTo(address: string): Promise<Mail> {
    await expect
      .poll(() => find(address), { message: `a mail to ${address}` })
      .not.toBeNull();
    return (await find(address)) as Mail;
  }
  return {
    newestTo,
    async linkTo(address) {
      const { text } = await newestTo(address);
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (!link) throw new Error(`The mail to ${address} has no link`);
      return link;
    },
  };
}
