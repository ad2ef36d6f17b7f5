import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { viewer } from "@/app/viewer";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { SignUpForm } from "@/components/workspace/auth/sign-up-form";
import { viewInvitation } from "@/server/queries/invitations";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp.title") };
}

export default async function SignUpPage({ searchParams }: PageProps) {
  const { invitation: token } = await searchParams;
  const { person } = await viewer();
  if (person) redirect(typeof token === "string" ? `/invite/${token}` : "/");
  const t = await getTranslations("auth.signUp");
  const found =
    typeof token === "string" ? await viewInvitation({ token }) : null;
  const invitation = found?.ok ? found.view : null;
  const next = invitation
    ? `?next=${encodeURIComponent(`/invite/${String(token)}`)}`
    : "";
  return (
    <AuthCard
      title={t("title")}
      text={
        invitation
          ? t("invited", { workspace: invitation.workspace })
          : t("text")
      }
      footer={t.rich("toSignIn", {
        link: (words) => (
          <Link
            href={`/sign-in${next}`}
            className="rounded-xs font-medium text-accent hover:underline"
          >
            {words}
          </Link>
        ),
      })}
    >
      <SignUpForm
        invitation={invitation ? String(token) : null}
        email={invitation?.email ?? ""}
      />
    </AuthCard>
  );
}
