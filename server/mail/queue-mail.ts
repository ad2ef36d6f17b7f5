import { randomUUID } from "node:crypto";
import { seal, unseal } from "@/server/auth/secrets";
import type { Transaction } from "@/server/db/prisma";
import { env } from "@/server/env";
import { enqueue } from "@/server/jobs/enqueue";
import type { DigestLetter } from "./digest-text";
import type { NoticesLetter } from "./notices-text";
import type { MailCondition } from "./still-wanted";
import type { MailKind, MailValues } from "./text";

interface Addressed {
  readonly to: string;
  /** The receiver's language. */
  readonly locale: string;
  /** Where it does not hold any more when the mail goes out, it does not. */
  readonly while?: MailCondition;
}

/** What there is for somebody this week. */
export interface DigestMail extends Addressed {
  readonly kind: "digest";
  readonly letter: DigestLetter;
}

/** What somebody should know of. */
export interface NoticesMail extends Addressed {
  readonly kind: "notices";
  readonly letter: NoticesLetter;
}

interface PlainMail extends Addressed {
  readonly kind: MailKind;
  readonly values: MailValues & {
    readonly link?: string;
    readonly stopLink?: string;
  };
  /** The token behind the link: how long it works counts from when the mail goes out. */
  readonly token?: { readonly hash: string; readonly validMs: number };
}

export type Mail = PlainMail | DigestMail | NoticesMail;

const purpose = "mail";

/** What a mail says, back from its row; null where the key of this installation has changed since. */
export function openMail(sealed: string): Mail | null {
  const text = unseal(purpose, sealed);
  return text === null ? null : (JSON.parse(text) as Mail);
}

const senderDomain = () => /@([\w.-]+)/.exec(env.MAIL_FROM)?.[1] ?? "localhost";

/**
 * Has a mail sent once the transaction is stored. A reader of the database sees its kind and its time;
 * receiver and link are sealed, and gone when it is sent.
 *
 * @param key - what causes the mail; a second one of the same key is a unique violation.
 */
export async function queueMail(
  key: string,
  mail: Mail,
  through: Transaction,
): Promise<void> {
  const { id: mailId } = await through.outgoingMail.create({
    data: {
      key,
      kind: mail.kind,
      messageId: `<${randomUUID()}@${senderDomain()}>`,
      sealed: seal(purpose, JSON.stringify(mail)),
    },
  });
  const job = { task: "send-mail", payload: { mailId }, key: mailId } as const;
  await enqueue(job, through);
}
