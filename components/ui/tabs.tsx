"use client";

import type { ReactNode } from "react";
import {
  Tab,
  TabList,
  TabPanel,
  Tabs as AriaTabs,
} from "react-aria-components";
import { cx } from "./cx";

export interface TabSpec<Id extends string> {
  id: Id;
  label: string;
  count?: number;
  content: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly TabSpec<Id>[];
  selected?: Id;
  onSelect?: (id: Id) => void;
  className?: string;
}

/** Several pages in one place; arrows walk, only the chosen one is in the tree. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  className,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((candidate) => candidate.id === key);
        if (tab) onSelect?.(tab.id);
      }}
      className={cx("flex min-w-0 flex-col", className)}
    >
      <TabList
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={cx(
              "-mb-px flex min-h-9 items-center gap-2 border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-ink-2 outline-offset-[-2px]",
              "cursor-pointer hover:text-ink data-selected:border-accent data-selected:text-ink pointer-coarse:min-h-11",
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="text-xs font-normal text-ink-3 tabular-nums">
                {tab.count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="min-w-0 pt-4 outline-offset-4"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
