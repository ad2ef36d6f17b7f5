"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { setMeta } from "@/lib/journey/meta";

/** What this map calls the people whom it is about: customers, donors, patients. Written when the field is left. */
export function GuideWord() {
  const t = useTranslations("guide");
  const { run } = useCommands();
  const canWrite = useCanWrite();
  const word = useJourneyMap((map) => map.meta.customerWord);
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    if (draft !== null && draft.trim() !== word)
      run((ctx) => setMeta(ctx, { customerWord: draft.trim() }));
    setDraft(null);
  };
  return (
    <div className="py-1 pr-2 pl-8">
      <TextField
        label={t("word.label")}
        isLabelHidden
        placeholder={t("word.placeholder")}
        isReadOnly={!canWrite}
        value={draft ?? word}
        onChange={setDraft}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") keep();
          else if (event.key === "Escape" && draft !== null) setDraft(null);
          else event.continuePropagation();
        }}
        maxLength={80}
      />
    </div>
  );
}

const DAYS = [30, 90, 180, 365] as const;
const NEVER = "never";

/** How often somebody looks whether the map is still true. */
export function GuideReview() {
  const t = useTranslations("guide.review");
  const { run } = useCommands();
  const canWrite = useCanWrite();
  const days = useJourneyMap((map) => map.meta.reviewEveryDays);
  const known = days === null || DAYS.some((one) => one === days);
  const options = [
    { id: NEVER, label: t("never") },
    ...DAYS.map((count) => ({
      id: String(count),
      label: t("every", { count }),
    })),
    ...(known
      ? []
      : [{ id: String(days), label: t("every", { count: days }) }]),
  ];
  return (
    <div className="py-1 pr-2 pl-8">
      <Select
        label={t("label")}
        isLabelHidden
        size="sm"
        isDisabled={!canWrite}
        options={options}
        value={days === null ? NEVER : String(days)}
        onChange={(id) =>
          run((ctx) =>
            setMeta(ctx, { reviewEveryDays: id === NEVER ? null : Number(id) }),
          )
        }
      />
    </div>
  );
}
