"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/workspace/message-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
}

/** What failed on the server would only be shown again by what the framework offers to try again with: it asks nobody. */
export default function ErrorPage({ error }: ErrorPageProps) {
  const t = useTranslations("common");
  return (
    <MessagePage
      title={t("error.title")}
      action={
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t("retry")}
        </Button>
      }
    >
      <p>{t("error.text")}</p>
      {error.digest ? (
        <p className="mt-3 text-xs text-ink-3 tabular-nums">
          {t("error.number", { digest: error.digest })}
        </p>
      ) : null}
    </MessagePage>
  );
}
