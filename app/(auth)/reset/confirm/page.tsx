import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { NewPasswordForm } from "@/components/workspace/auth/new-password-form";

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
  return (
    <AuthCard title={t("reset.newTitle")}>
      <NewPasswordForm token={token} />
    </AuthCard>
  );
}
