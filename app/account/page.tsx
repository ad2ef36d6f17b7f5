import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DigestList } from "@/components/workspace/account/digest-list";
import { NoticeWishes } from "@/components/workspace/account/notice-wishes";
import { PasswordForm } from "@/components/workspace/account/password-form";
import { Preferences } from "@/components/workspace/account/preferences";
import { ProfileForm } from "@/components/workspace/account/profile-form";
import { SessionList } from "@/components/workspace/account/session-list";
import { BackLink } from "@/components/workspace/back-link";
import { ClientMessages } from "@/components/workspace/client-messages";
import { PageHeader } from "@/components/workspace/page-header";
import { SectionCard } from "@/components/workspace/section-card";
import { listDigests } from "@/server/queries/digest";
import { listNoticeWishes } from "@/server/queries/inbox";
import { listSessions } from "@/server/queries/people";
import { viewer } from "../viewer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("account.title") };
}

export default async function AccountPage() {
  const { person, sessionId } = await viewer();
  if (!person || !sessionId) redirect("/sign-in?next=/account");
  const [sessions, digests, wishes, t, words, mails] = await Promise.all([
    listSessions({ userId: person.id, currentId: sessionId }),
    listDigests({ userId: person.id }),
    listNoticeWishes({ userId: person.id }),
    getTranslations("settings.account"),
    getTranslations("person.digest"),
    getTranslations("inbox.mails"),
  ]);
  return (
    <ClientMessages namespaces={["settings", "auth", "person", "inbox"]}>
      <main className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-8 sm:py-9">
        <BackLink href="/">{t("back")}</BackLink>
        <PageHeader title={t("title")} />
        <div className="mt-7">
          <SectionCard title={t("profile")}>
            <ProfileForm profile={person} />
          </SectionCard>
          <SectionCard title={t("preferences")}>
            <Preferences profile={person} />
          </SectionCard>
          <SectionCard title={mails("title")} text={mails("hint")}>
            <NoticeWishes wishes={wishes} />
          </SectionCard>
          <SectionCard title={words("title")} text={words("hint")}>
            <DigestList digests={digests} />
          </SectionCard>
          <SectionCard title={t("password")}>
            <PasswordForm />
          </SectionCard>
          <SectionCard title={t("sessions")}>
            <SessionList sessions={sessions} />
          </SectionCard>
        </div>
      </main>
    </ClientMessages>
  );
}
