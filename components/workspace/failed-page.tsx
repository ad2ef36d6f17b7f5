"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MessagePage } from "./message-page";

/** Says that a page failed, and loads it anew: what is only drawn again shows what failed on the server again. */
export function FailedPage({ digest }: { readonly digest?: string }) {
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
      {digest ? (
        <p className="mt-3 text-xs text-ink-3 tabular-nums">
          {t("error.number", { digest })}
        </p>
      ) : null}
    </MessagePage>
  );
}
