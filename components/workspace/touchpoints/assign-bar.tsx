"use client";

import { UserRoundCheck, UserRoundMinus, UserRoundPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ComboBox } from "@/components/ui/combo-box";
import type { Named } from "@/lib/api/fields";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { ASSIGN_ACTS } from "./assign-changes";
import { useAssign } from "./use-assign";

interface AssignBarProps {
  slug: string;
  /** Who can be chosen. */
  stakeholders: readonly Named[];
  chosen: readonly TouchpointListItem[];
  onClear: () => void;
}

const icons = {
  responsible: UserRoundCheck,
  involved: UserRoundPlus,
  off: UserRoundMinus,
};

/** What can be done with the rows that are chosen; it stays in sight while one scrolls among them. */
export function AssignBar(props: AssignBarProps) {
  const { slug, stakeholders, chosen, onClear } = props;
  const t = useTranslations("touchpoints.assign");
  const [who, setWho] = useState<string | null>(null);
  const { assign, isPending } = useAssign(slug, chosen);
  const stakeholder = stakeholders.find(({ id }) => id === who);

  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-16 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2 shadow-float md:bottom-3"
    >
      <p role="status" className="text-sm font-medium tabular-nums">
        {t("count", { count: chosen.length })}
      </p>
      <Button
        variant="quiet"
        size="sm"
        onPress={onClear}
        className="max-md:ml-auto md:order-last md:ml-auto"
      >
        <X aria-hidden="true" />
        {t("clear")}
      </Button>
      {stakeholders.length === 0 ? (
        <ButtonLink href={`/w/${slug}/stakeholders`} size="sm">
          {t("none")}
        </ButtonLink>
      ) : (
        <>
          <ComboBox
            size="sm"
            label={t("who")}
            isLabelHidden
            placeholder={t("whoPlaceholder")}
            emptyText={t("nobody")}
            options={stakeholders.map(({ id, name }) => ({ id, label: name }))}
            value={who}
            onChange={setWho}
            className="w-full md:w-52"
          />
          {ASSIGN_ACTS.map((act) => {
            const Icon = icons[act];
            return (
              <Button
                key={act}
                size="sm"
                isDisabled={!stakeholder || isPending}
                onPress={() => {
                  if (!stakeholder) return;
                  void assign(chosen, stakeholder, act).then(
                    (isDone) => isDone && onClear(),
                  );
                }}
              >
                <Icon aria-hidden="true" />
                {t(act)}
              </Button>
            );
          })}
        </>
      )}
    </section>
  );
}
