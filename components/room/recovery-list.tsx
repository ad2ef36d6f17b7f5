"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ChangeList } from "@/components/history/change-list";
import { ComparisonContext } from "@/components/history/comparison";
import { placesOf, tellingOf } from "@/components/history/places";
import { LocalTime } from "@/components/workspace/local-time";
import { CLOSE } from "@/lib/protocol/close-codes";
import type { Recovered } from "./recovery";

const reasons = {
  [CLOSE.refused]: "refused",
  [CLOSE.otherEpoch]: "otherEpoch",
  [CLOSE.tooBig]: "tooBig",
  [CLOSE.roleChanged]: "roleChanged",
} as const;

const reasonOf = (code: number) =>
  reasons[code as keyof typeof reasons] ?? "gone";

/** Everything that is kept, in words and place by place, with the reason. */
export function RecoveryList({
  list,
}: {
  readonly list: readonly Recovered[];
}) {
  return list.map((recovered) => (
    <Part key={recovered.id} recovered={recovered} />
  ));
}

function Part({ recovered }: { readonly recovered: Recovered }) {
  const t = useTranslations("room.recovery");
  const { from, to, changes, code, at } = recovered;
  const comparison = useMemo(
    () => ({ from, to, places: placesOf(from, to), authors: null }),
    [from, to],
  );
  return (
    <article className="mb-5 last:mb-0">
      <p className="mb-3 text-sm text-ink-2">
        {t(`why.${reasonOf(code)}`)}{" "}
        <span className="text-ink-3">
          {t("keptAt")} <LocalTime at={new Date(at).toISOString()} />
        </span>
      </p>
      <ComparisonContext value={comparison}>
        <div className="overflow-hidden rounded-md border border-line [&_section:last-child]:border-b-0">
          <ChangeList changes={tellingOf(changes)} isAlone />
        </div>
      </ComparisonContext>
    </article>
  );
}
