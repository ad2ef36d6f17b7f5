"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { showToast } from "@/components/ui/toast";
import { isSameSight } from "@/lib/sight/sight";
import { FloatingDialog } from "../../menus/floating";
import { useChosenView, useSeeing, useSight } from "../seeing-context";
import { isNarrowed } from "../sight-bar";
import { spotOfButton } from "../spot-of-button";
import { SaveView } from "./save-view";
import { useViews } from "./use-views";
import { ViewRow, WholeRow } from "./view-row";

/** Ways to look at this map that were kept, and the way to keep this one. */
export function ViewsPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("seeing.views");
  const { sights } = useSeeing();
  const sight = useSight();
  const chosen = useChosenView();
  const views = useViews();
  const [at] = useState(() => spotOfButton("views"));
  const { list, hasFailed } = views;
  const isNew =
    isNarrowed(sight) && !list?.some((view) => isSameSight(view.sight, sight));
  const refused = () => void showToast({ text: t("refused"), tone: "danger" });
  return (
    <FloatingDialog {...{ at, onClose }} label={t("title")}>
      <div className="w-80 max-w-[86vw]">
        <h2 className="flex min-h-9 items-center px-1 text-sm font-semibold">
          {t("title")}
        </h2>
        <ul aria-label={t("title")} className="flex flex-col">
          <WholeRow
            isChosen={!isNarrowed(sight)}
            onChoose={() => {
              sights.choose(null);
              onClose();
            }}
          />
          {list?.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              isChosen={chosen?.id === view.id}
              onChoose={() => {
                sights.choose(view);
                onClose();
              }}
              onChange={async (change) => {
                const done = await views.change(view.id, change);
                if (!done.ok) refused();
                else if (chosen?.id === view.id && change.sight)
                  sights.choose(done.data);
              }}
              onRemove={async () => {
                const done = await views.remove(view.id);
                if (!done.ok) return refused();
                if (chosen?.id === view.id) sights.choose(null);
              }}
            />
          ))}
        </ul>
        {list === null ? (
          <p role="status" className="px-2 py-2 text-sm text-ink-2">
            {t(hasFailed ? "failed" : "loading")}
          </p>
        ) : null}
        {list?.length === 0 && !isNew ? (
          <p className="px-2 py-2 text-sm text-ink-2">{t("empty")}</p>
        ) : null}
        {isNew ? (
          <SaveView
            onSave={async (name, shared) => {
              const made = await views.save({ name, shared, sight });
              if (!made.ok) return refused();
              sights.choose(made.data);
              showToast({ text: t("saved", { name: made.data.name }) });
            }}
          />
        ) : null}
      </div>
    </FloatingDialog>
  );
}
