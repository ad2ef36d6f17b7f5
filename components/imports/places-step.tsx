"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateInput } from "@/components/touchpoint/fields/date-input";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { SUMMED_BY } from "@/lib/imports/results";
import type { StepProps } from "./types";

const NONE = "none";
const EVERYBODY = "everybody";
/** As many as one goes through at once. */
const FEW = 40;

/** Which touchpoint each value of the file is, and how it is written down. */
export function PlacesStep(props: StepProps) {
  const { reading, settings } = props;
  const t = useTranslations("imports.places");
  const placed = settings.touchpoints.filter(
    ({ touchpointId }) => touchpointId !== null,
  ).length;
  const { keys, moreKeys } = reading;
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-3">
        <p className="text-sm text-pretty hyphens-auto text-ink-2">
          {t("hint")}{" "}
          <strong className="font-semibold text-ink">
            {t("placed", { placed, all: keys.length })}
          </strong>
        </p>
        <Keys {...props} />
        {moreKeys.values > 0 ? (
          <p className="text-sm text-ink-2">{t("beyond", { ...moreKeys })}</p>
        ) : null}
      </section>
      {reading.segments.length > 0 ? <Segments {...props} /> : null}
      <Writing {...props} />
    </div>
  );
}

function Keys({ place, reading, settings, onChange }: StepProps) {
  const t = useTranslations("imports.places");
  const [isWhole, showWhole] = useState(false);
  const known = new Map(
    settings.touchpoints.map(({ key, touchpointId }) => [key, touchpointId]),
  );
  const set = (key: string, touchpointId: string | null) =>
    onChange({
      ...settings,
      touchpoints: [
        ...settings.touchpoints.filter((one) => one.key !== key),
        { key, touchpointId },
      ],
    });
  const options = [
    { id: NONE, label: t("none") },
    ...place.touchpoints.map(({ id, title }) => ({
      id,
      label: title || t("untitled"),
    })),
  ];
  const shown = isWhole ? reading.keys : reading.keys.slice(0, FEW);
  const rest = reading.keys.length - shown.length;
  return (
    <>
      <ul
        aria-label={t("list")}
        className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {shown.map(({ key, count }) => {
          const name = key === "" ? t("whole") : key;
          return (
            <li
              key={key}
              className="grid items-center gap-x-5 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_18rem]"
            >
              <p className="min-w-0 wrap-anywhere">
                {name}{" "}
                <span className="text-xs text-ink-3">
                  {t("count", { count })}
                </span>
              </p>
              <Select
                label={t("touchpointOf", { name })}
                isLabelHidden
                size="sm"
                value={known.get(key) ?? NONE}
                onChange={(id) => set(key, id === NONE ? null : id)}
                options={options}
              />
            </li>
          );
        })}
      </ul>
      {rest > 0 ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => showWhole(true)}
        >
          {t("more", { count: rest })}
        </Button>
      ) : null}
    </>
  );
}

/** Groups of people that the file tells apart, and whether one of them is a persona of the map. */
function Segments({ place, reading, settings, onChange }: StepProps) {
  const t = useTranslations("imports.places");
  const known = new Map(
    settings.personas.map(({ segment, personaId }) => [segment, personaId]),
  );
  const set = (segment: string, personaId: string | null) => {
    const rest = settings.personas.filter((one) => one.segment !== segment);
    onChange({
      ...settings,
      personas: personaId ? [...rest, { segment, personaId }] : rest,
    });
  };
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm">{t("segments")}</h3>
      <ul className="grid gap-3 sm:grid-cols-2">
        {reading.segments.map(({ key, count }) => (
          <li key={key}>
            <Select
              label={t("segment", { name: key, count })}
              size="sm"
              value={known.get(key) ?? EVERYBODY}
              onChange={(id) => set(key, id === EVERYBODY ? null : id)}
              options={[
                { id: EVERYBODY, label: t("everybody") },
                ...place.personas.map(({ id, title }) => ({
                  id,
                  label: title,
                })),
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What goes for all that is written. */
function Writing({ settings, onChange }: StepProps) {
  const t = useTranslations("imports.places");
  const { mapping, by, day, source, withQuotes } = settings;
  const hasText = mapping.columns.some(({ role }) => role === "text");
  const isLog = mapping.shape === "events";
  const hasChannel = mapping.columns.some(({ role }) => role === "channel");
  // What was chosen stays to be seen, also where its column is gone.
  const ways = SUMMED_BY.filter(
    (id) => id !== "channel" || hasChannel || by === id,
  );
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-sm">{t("writing")}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("source")}
          value={source}
          onChange={(next) => onChange({ ...settings, source: next })}
          maxLength={200}
        />
        {isLog ? null : (
          <Select
            label={t("by")}
            value={by}
            onChange={(next) => onChange({ ...settings, by: next })}
            options={ways.map((id) => ({
              id,
              label: t(`by-${id}`),
            }))}
          />
        )}
        <DateInput
          label={t("day")}
          value={day}
          onCommit={(next) => next && onChange({ ...settings, day: next })}
        />
      </div>
      {hasText ? (
        <Checkbox
          isSelected={withQuotes}
          onChange={(next) => onChange({ ...settings, withQuotes: next })}
          className="pointer-coarse:min-h-11"
        >
          {t("withQuotes")}
          <span className="block text-xs text-pretty hyphens-auto text-ink-3">
            {t("withQuotesHint")}
          </span>
        </Checkbox>
      ) : null}
    </section>
  );
}
