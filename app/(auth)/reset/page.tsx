import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/workspace/auth/auth-card";
import { ResetForm } from "@/components/workspace/auth/reset-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("reset.title") };
}

export default async function ResetPage() {
  const t = await getTranslations("auth.reset");
  return (
    <AuthCard title={t("title")}>
      <ResetForm />
    </AuthCard>
  );
}
