"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmotionFace } from "@/components/ui/emotion-face";
import type { Sight } from "@/lib/sight/sight";
import { EVERYTHING } from "@/lib/sight/sight";
import type { Orders } from "../../grid/use-orders";
import { FloatingDialog } from "../../menus/floating";
import { useSeeing, useSight, useVisible } from "../seeing-context";
import { isNarrowed } from "../sight-bar";
import { spotOfButton } from "../spot-of-button";
import { ChoiceList, Section } from "./choice-list";
import { OneOf } from "./one-of";
import { useChoices } from "./use-criteria";
import type { Choices } from "./use-criteria";

interface FilterPanelProps {
  readonly orders: Orders;
  readonly onClose: () => void;
}

/** Narrows the map while one looks: each choice is in effect at once. */
export function FilterPanel({ orders, onClose }: FilterPanelProps) {
  const t = useTranslations("seeing.filter");
  const { sights } = useSeeing();
  const sight = useSight();
  const choices = useChoices(sight);
  const [at] = useState(() => spotOfButton("filter"));
  const matches = useVisible((seen) => seen.matches);
  const total = useVisible((seen) => seen.total);
  const parts = { sight, choices, change: sights.change };
  return (
    <FloatingDialog {...{ at, onClose }} label={t("title")}>
      <div className="w-84 max-w-[86vw]">
        <div className="flex min-h-9 items-center gap-2 px-1">
          <h2 className="flex-1 text-sm font-semibold">{t("title")}</h2>
          <p role="status" className="text-xs text-ink-2 tabular-nums">
            {t("count", { matches, total })}
          </p>
        </div>
        <Conditions {...parts} />
        <Parts {...parts} />
        <Rest {...parts} />
        <div className="flex flex-wrap items-center gap-1 border-t border-line pt-2">
          <Button
            size="sm"
            isDisabled={!isNarrowed(sight)}
            onPress={() => {
              onClose();
              orders.obey({ type: "show", what: "views" });
            }}
          >
            {t("save")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            isDisabled={!isNarrowed(sight)}
            onPress={() => sights.change(EVERYTHING)}
          >
            {t("reset")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            className="ml-auto"
            onPress={onClose}
          >
            {t("done")}
          </Button>
        </div>
      </div>
    </FloatingDialog>
  );
}

interface PartsProps {
  readonly sight: Sight;
  readonly choices: Choices;
  readonly change: (change: Partial<Sight>) => void;
}

function Conditions({ sight, choices, change }: PartsProps) {
  const t = useTranslations("seeing.filter");
  return (
    <>
      <Section
        title={t("owner")}
        count={sight.owners.length + Number(sight.withoutOwner)}
      >
        <Checkbox
          isSelected={sight.withoutOwner}
          onChange={(withoutOwner) => change({ withoutOwner })}
          className="rounded-sm py-1 hover:bg-hover pointer-coarse:min-h-11"
        >
          {t("withoutOwner")}
        </Checkbox>
        <ChoiceList
          label={t("owner")}
          choices={choices.owners}
          chosen={sight.owners}
          onChange={(owners) => change({ owners })}
          empty={t("noOwners")}
        />
      </Section>
      <Section title={t("channel")} count={sight.channels.length}>
        <ChoiceList
          label={t("channel")}
          choices={choices.channels}
          chosen={sight.channels}
          onChange={(channels) => change({ channels })}
          empty={t("noChannels")}
        />
      </Section>
      <Section title={t("emotion")} count={sight.emotions.length}>
        <ChoiceList
          label={t("emotion")}
          choices={choices.emotions}
          chosen={sight.emotions}
          onChange={(emotions) => change({ emotions })}
          iconOf={(id) =>
            id === "none" ? null : <EmotionFace value={id} className="size-4" />
          }
        />
      </Section>
      <Section title={t("persona")} count={sight.personas.length}>
        <ChoiceList
          label={t("persona")}
          choices={choices.personas}
          chosen={sight.personas}
          onChange={(personas) => change({ personas })}
          empty={t("noPersonas")}
        />
      </Section>
      <Section title={t("evidence")} count={Number(sight.evidence !== null)}>
        <OneOf
          label={t("evidence")}
          options={[
            { id: "any", name: t("evidenceAny") },
            { id: "with", name: t("evidenceWith") },
            { id: "without", name: t("evidenceWithout") },
          ]}
          value={sight.evidence ?? "any"}
          onChange={(id) => change({ evidence: id === "any" ? null : id })}
        />
      </Section>
    </>
  );
}

/** Stages and lanes are shown or not; a tick means shown, as in every list of layers. */
function Parts({ sight, choices, change }: PartsProps) {
  const t = useTranslations("seeing.filter");
  const shown = (all: Choices["lanes"], hidden: readonly string[]) =>
    all.map(({ id }) => id).filter((id) => !hidden.includes(id));
  const rest = (all: Choices["lanes"], chosen: readonly string[]) =>
    all.map(({ id }) => id).filter((id) => !chosen.includes(id));
  return (
    <>
      <Section title={t("stages")} count={sight.hiddenStages.length}>
        <ChoiceList
          label={t("stages")}
          choices={choices.stages}
          chosen={shown(choices.stages, sight.hiddenStages)}
          onChange={(chosen) =>
            change({ hiddenStages: rest(choices.stages, chosen) })
          }
        />
      </Section>
      <Section title={t("lanes")} count={sight.hiddenLanes.length}>
        <ChoiceList
          label={t("lanes")}
          choices={choices.lanes}
          chosen={shown(choices.lanes, sight.hiddenLanes)}
          onChange={(chosen) =>
            change({ hiddenLanes: rest(choices.lanes, chosen) })
          }
        />
      </Section>
    </>
  );
}

function Rest({ sight, change }: PartsProps) {
  const t = useTranslations("seeing.filter");
  return (
    <div className="border-t border-line px-1 py-2">
      <OneOf
        label={t("rest")}
        isRow
        options={[
          { id: "hide", name: t("hide") },
          { id: "fade", name: t("fade") },
        ]}
        value={sight.rest}
        onChange={(rest) => change({ rest })}
      />
    </div>
  );
}
