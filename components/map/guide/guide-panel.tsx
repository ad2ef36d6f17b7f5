"use client";

import { useTranslations } from "next-intl";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { PanelFrame } from "@/components/touchpoint/panel-frame";
import { cx } from "@/components/ui/cx";
import { useEditorUi } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { Evaluation } from "./evaluation";
import { GuideSteps } from "./guide-steps";
import { InsightTab } from "./insight-tab";
import { ReviewTab } from "./review-tab";

export const GUIDE_TABS = ["steps", "insight", "evaluation", "review"] as const;
export type GuideTab = (typeof GUIDE_TABS)[number];

interface GuidePanelProps {
  readonly tab: GuideTab;
  readonly store: GridStore;
  readonly onClose: () => void;
}

/** What is done on this map and what is next, beside the map that it is about. */
export function GuidePanel({ tab, store, onClose }: GuidePanelProps) {
  const t = useTranslations("guide");
  const { openRecord } = useEditorUi();
  return (
    <PanelFrame label={t("title")} place={t("title")} onClose={onClose}>
      <Tabs
        selectedKey={tab}
        onSelectionChange={(key) => {
          const next = GUIDE_TABS.find((id) => id === key);
          if (next) openRecord({ kind: "guide", tab: next });
        }}
        className="flex flex-col"
      >
        <TabList
          aria-label={t("title")}
          className="sticky top-0 z-[1] flex gap-4 overflow-x-auto border-b border-line bg-surface px-4 max-md:bg-raised"
        >
          {GUIDE_TABS.map((id) => (
            <Tab
              key={id}
              id={id}
              className={cx(
                "-mb-px shrink-0 cursor-pointer border-b-2 border-transparent py-2.5 text-sm text-ink-2 outline-offset-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11",
                "data-selected:border-accent data-selected:font-medium data-selected:text-ink",
              )}
            >
              {t(`tab.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="steps" className="p-4 -outline-offset-2">
          <GuideSteps store={store} onClose={onClose} />
        </TabPanel>
        <TabPanel id="insight" className="p-4 -outline-offset-2">
          <InsightTab />
        </TabPanel>
        <TabPanel id="evaluation" className="p-4 -outline-offset-2">
          <Evaluation />
        </TabPanel>
        <TabPanel id="review" className="p-4 -outline-offset-2">
          <ReviewTab />
        </TabPanel>
      </Tabs>
    </PanelFrame>
  );
}
