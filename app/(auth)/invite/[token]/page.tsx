import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { viewer } from "@/app/viewer";
import { AcceptInvitation } from "@/components/workspace/auth/accept-invitation";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { viewInvitation } from "@/server/queries/invitations";

export async function generateMetadata(): Promise<Metadata> {
  // The token in the address must not travel on.
  return {
    title: (await getTranslations("auth"))("invite.accept"),
    referrer: "no-referrer",
  };
}

export default async function InvitePage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const [found, { person }, t, roles] = await Promise.all([
    viewInvitation({ token }),
    viewer(),
    getTranslations("auth.invite"),
    getTranslations("common.role"),
  ]);
  if (!found.ok) {
    const why = await getTranslations("errors");
    const home = await getTranslations("common.notFound");
    const isKnown = found.reason !== "not_found";
    return (
      <AuthCard
        title={t("deadTitle")}
        text={isKnown ? why(found.reason) : t("dead")}
        footer={
          <Link
            href="/"
            className="rounded-xs font-medium text-accent hover:underline"
          >
            {home("home")}
          </Link>
        }
      />
    );
  }
  const { workspace, invitedBy, role } = found.view;
  const words = { role: roles(role) };
  const text = invitedBy
    ? t("text", { ...words, inviter: invitedBy })
    : t("textPlain", words);
  return (
    <AuthCard title={t("title", { workspace })} text={text}>
      <AcceptInvitation token={token} email={person?.email ?? null} />
    </AuthCard>
  );
}
