"use client";

import { Filter, Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { criteriaOf } from "@/lib/sight/sight";
import { useDoable } from "../commands/use-doable";
import type { Orders } from "../grid/use-orders";
import { useSight } from "./seeing-context";

/** Ways to narrow what is seen, where the map is introduced. */
export function SeeingButtons({ orders }: { readonly orders: Orders }) {
  const t = useTranslations("seeing.buttons");
  const doable = useDoable(orders);
  const count = criteriaOf(useSight());
  const filter = doable("filter");
  const views = doable("views");
  return (
    <div className="flex shrink-0 gap-1">
      <Button
        size="sm"
        variant="quiet"
        onPress={filter.run}
        data-opens="filter"
        aria-label={count > 0 ? t("filterOn", { count }) : filter.label}
        className={count > 0 ? "bg-accent-tint! text-accent!" : undefined}
      >
        <Filter aria-hidden="true" />
        <span className="max-xl:sr-only">{t("filter")}</span>
        {count > 0 ? <span className="tabular-nums">{count}</span> : null}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        onPress={views.run}
        data-opens="views"
        aria-label={views.label}
      >
        <Layers aria-hidden="true" />
        <span className="max-xl:sr-only">{t("views")}</span>
      </Button>
    </div>
  );
}
