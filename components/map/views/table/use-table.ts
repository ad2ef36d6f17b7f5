"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import {
  sortRows,
  type TableSort,
  type TableWords,
} from "@/lib/views/sort-rows";
import { tableRows } from "@/lib/views/table-rows";
import { useCatalogue } from "../../drawing/catalogue";
import { useEvidence } from "../../emotion/evidence";
import { useFunnelOf } from "../../failure/funnel";
import { useRemembered } from "../memory";
import type { ViewProps } from "../view-props";
import {
  CHOICES,
  columnsOf,
  filledChoices,
  readChoice,
  writeChoice,
  type ColumnChoice,
} from "./columns";

/** Rows, columns and order of the table as this reader has them. */
export function useTable({ map, hidden, openTouchpoint }: ViewProps) {
  const evidence = useEvidence();
  const words = useTableWords();
  const [sort, setSort] = useState<TableSort>({
    key: "at",
    direction: "ascending",
  });
  const [kept, keep] = useRemembered("waymark:table-columns");
  const { funnel } = useFunnelOf(map);
  const all = useMemo(() => {
    const lost = new Map(
      funnel.steps.map(({ touchpointId, loss }) => [touchpointId, loss]),
    );
    return tableRows(
      map,
      (at, who) => evidence(at, who)?.mean ?? null,
      ({ id }) => lost.get(id)?.share ?? null,
    );
  }, [map, evidence, funnel]);
  const personas = useMemo(
    () => map.personas.filter((id) => !hidden.has(id)),
    [map.personas, hidden],
  );
  const isVisitor = openTouchpoint === null;
  // A visitor is not told of columns that the link keeps back.
  const choices = useMemo(
    () => (isVisitor ? filledChoices(all, personas, words) : CHOICES),
    [isVisitor, all, personas, words],
  );
  const wanted = readChoice(kept);
  const chosen = new Set(choices.filter((choice) => wanted.has(choice)));
  const rows = useMemo(() => sortRows(all, sort, words), [all, sort, words]);
  return {
    rows,
    sort,
    setSort,
    choices,
    chosen,
    choose: (next: ReadonlySet<ColumnChoice>) =>
      keep(
        writeChoice(
          // What is not offered here stays as it was.
          new Set([
            ...next,
            ...[...wanted].filter((c) => !choices.includes(c)),
          ]),
        ),
      ),
    columns: columnsOf(chosen, personas),
  };
}

function useTableWords(): TableWords {
  const locale = useLocale();
  const t = useTranslations("map");
  const { channelOf, stakeholderOf } = useCatalogue();
  return useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return {
      channelName: (id) => channelOf(id)?.name ?? "",
      stakeholderName: (id) => stakeholderOf(id)?.name ?? t("unknownPerson"),
      compare: collator.compare,
    };
  }, [locale, channelOf, stakeholderOf, t]);
}
