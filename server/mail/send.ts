import { env } from "@/server/env";
import { later } from "@/server/later";
import { logger } from "@/server/logger";
import { deliver } from "./deliver";
import { mailText, type MailKind, type MailValues } from "./text";

export interface Mail {
  readonly to: string;
  readonly locale: string;
  readonly kind: MailKind;
  readonly values: MailValues & { readonly link?: string };
}

const retryDelaysMs = [1_000, 10_000, 60_000];

const pause = (ms: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

async function tryToDeliver(mail: Mail): Promise<void> {
  const content = mailText(mail.kind, mail.locale, mail.values);
  for (const delayMs of [...retryDelaysMs, null]) {
    try {
      await deliver({
        from: env.MAIL_FROM,
        to: { name: "", address: mail.to },
        ...content,
      });
      return;
    } catch (error) {
      logger().error({ err: error, kind: mail.kind }, "mail not delivered");
      if (delayMs === null) return;
      await pause(delayMs);
    }
  }
}

/** Sends a mail after the answer, trying again for a while where that fails. */
export const sendMail = (mail: Mail): void => later(() => tryToDeliver(mail));
