import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/workspace/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.notFound"))("title") };
}

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <MessagePage
      title={t("title")}
      action={
        <ButtonLink href="/" variant="primary">
          {t("home")}
        </ButtonLink>
      }
    >
      {t("text")}
    </MessagePage>
  );
}
