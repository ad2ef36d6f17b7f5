import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { ConfirmForm } from "@/components/workspace/auth/confirm-form";
import { isLinkOpen } from "@/server/queries/open-link";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  // The token in the address must not travel on.
  return {
    title: (await getTranslations("auth"))("confirm.title"),
    referrer: "no-referrer",
  };
}

export default async function ConfirmPage({ searchParams }: PageProps) {
  const { token } = await searchParams;
  const t = await getTranslations("auth.confirm");
  if (typeof token !== "string")
    return <AuthCard title={t("title")} text={t("missing")} />;
  if (!(await isLinkOpen(token, "sign-up"))) {
    return (
      <AuthCard
        title={t("deadTitle")}
        text={t("dead")}
        footer={
          <Link
            href="/sign-in"
            className="rounded-xs font-medium text-accent hover:underline"
          >
            {t("signIn")}
          </Link>
        }
      />
    );
  }
  return (
    <AuthCard title={t("title")} text={t("text")}>
      <ConfirmForm token={token} />
    </AuthCard>
  );
}
