import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { NewPasswordForm } from "@/components/workspace/auth/new-password-form";
import { isLinkOpen } from "@/server/queries/open-link";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  // The token in the address must not travel on.
  return {
    title: (await getTranslations("auth"))("reset.newTitle"),
    referrer: "no-referrer",
  };
}

export default async function NewPasswordPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const t = await getTranslations("auth");
  if (typeof token !== "string") {
    return <AuthCard title={t("reset.newTitle")} text={t("confirm.missing")} />;
  }
  // Nobody should think of a password for a link that will not take it.
  if (!(await isLinkOpen(token, "reset"))) {
    return (
      <AuthCard
        title={t("reset.deadTitle")}
        text={t("reset.dead")}
        footer={
          <Link
            href="/reset"
            className="rounded-xs font-medium text-accent hover:underline"
          >
            {t("reset.again")}
          </Link>
        }
      />
    );
  }
  return (
    <AuthCard title={t("reset.newTitle")}>
      <NewPasswordForm token={token} />
    </AuthCard>
  );
}
