"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Spinner } from "@/components/ui/spinner";

interface SendingProps {
  /** Of the file, how much has left. */
  readonly share: number;
  readonly onStop: () => void;
}

/** How far the request is: on its way, and then with the server. */
export function Sending({ share, onStop }: SendingProps) {
  const t = useTranslations("imports.sending");
  const common = useTranslations("common");
  return (
    <div className="sticky bottom-20 flex items-center gap-4 rounded-lg border border-line bg-raised px-4 py-3 shadow-modal md:bottom-4">
      <div role="status" className="min-w-0 flex-1 text-sm">
        {share < 1 ? (
          <Progress label={t("leaving")} value={share} />
        ) : (
          <p className="flex items-center gap-2">
            <Spinner />
            {t("reading")}
          </p>
        )}
      </div>
      <Button size="sm" onPress={onStop}>
        {common("cancel")}
      </Button>
    </div>
  );
}
