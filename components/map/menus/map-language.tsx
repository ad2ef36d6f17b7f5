"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { isLocale, LOCALES } from "@/lib/i18n/config";
import { setMeta } from "@/lib/journey/meta";

/** The language in which a map is written, whatever the language of the page. */
export function MapLanguage({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("map.language");
  const names = useTranslations("common.language");
  const { run } = useCommands();
  const canWrite = useCanWrite();
  const locale = useJourneyMap((map) => map.meta.locale);
  const known = LOCALES.map((id) => ({ id: id as string, label: names(id) }));
  const options = isLocale(locale)
    ? known
    : [...known, { id: locale, label: locale }];
  return (
    <Dialog
      title={t("title")}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t("done")}
        </Button>
      }
    >
      <Select
        label={t("label")}
        description={t("description")}
        value={locale}
        isDisabled={!canWrite}
        options={options}
        onChange={(id) => run((ctx) => setMeta(ctx, { locale: id }))}
      />
    </Dialog>
  );
}
