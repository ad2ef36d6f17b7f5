import { forgetOld } from "@/server/commands/forget-old";
import { gatherNotices } from "@/server/commands/gather-notices";
import { mailReset, mailSignUp } from "@/server/commands/mail-account-step";
import { mailNotices } from "@/server/commands/mail-notices";
import { mailPersonNews } from "@/server/commands/mail-person-news";
import { packLog } from "@/server/commands/pack-log";
import { purgeBin } from "@/server/commands/purge-bin";
import { remindOfLinks } from "@/server/commands/remind-of-links";
import { remindOfReviews } from "@/server/commands/remind-of-reviews";
import { sendDigests } from "@/server/commands/send-digests";
import { shrinkMaps } from "@/server/commands/shrink-maps";
import { sweepFiles } from "@/server/files/sweep";
import { logger } from "@/server/logger";
import { requeueMails } from "@/server/mail/requeue-mails";
import { sendMail } from "@/server/mail/send-mail";
import type { TaskHandlers, TaskName } from "./tasks";

const counted =
  <R>(job: TaskName, work: (now: Date) => Promise<R>) =>
  async () => {
    const done = await work(new Date());
    logger().info({ job, done }, "job done");
  };

/** Who does which job. */
export const handlers: TaskHandlers = {
  "send-mail": ({ mailId }) => sendMail(mailId),
  "mail-reset": mailReset,
  "mail-sign-up": mailSignUp,
  "requeue-mails": counted("requeue-mails", requeueMails),
  "sweep-files": counted("sweep-files", sweepFiles),
  "purge-bin": counted("purge-bin", purgeBin),
  "forget-old": counted("forget-old", forgetOld),
  "pack-log": counted("pack-log", packLog),
  "shrink-maps": counted("shrink-maps", shrinkMaps),
  "remind-of-links": counted("remind-of-links", remindOfLinks),
  "remind-of-reviews": counted("remind-of-reviews", remindOfReviews),
  "send-digests": counted("send-digests", sendDigests),
  "mail-notices": ({ userId }) => mailNotices(userId, new Date()),
  "gather-notices": counted("gather-notices", gatherNotices),
  "mail-person-news": (news) => mailPersonNews(news, new Date()),
};
