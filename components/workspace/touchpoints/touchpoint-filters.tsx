"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { SearchField } from "@/components/ui/search-field";
import { Select, type SelectOption } from "@/components/ui/select";
import { WithoutOwnerToggle } from "../lists/without-owner-toggle";
import { FILTER_KEYS, type FilterKey, type TouchpointView } from "./filter";

export type FilterOptions = Record<
  Exclude<FilterKey, "q">,
  readonly SelectOption[]
>;

interface TouchpointFiltersProps {
  filters: TouchpointView["filters"];
  options: FilterOptions;
  /** How many of what is left nobody is responsible for. */
  withoutOwner: number;
  onChange: (filters: TouchpointView["filters"]) => void;
}

const anything = "any";
const typingPauseMs = 300;

/** What the table is narrowed to. On a phone the choices wait behind a button. */
export function TouchpointFilters({
  filters,
  options,
  withoutOwner,
  onChange,
}: TouchpointFiltersProps) {
  const t = useTranslations("touchpoints.filter");
  const [isOpen, setOpen] = useState(false);
  const chosen = FILTER_KEYS.filter(
    (key) => key !== "q" && filters[key],
  ).length;
  const set = (key: FilterKey, value: string | undefined) => {
    const { [key]: _, ...rest } = filters;
    onChange(value ? { ...rest, [key]: value } : rest);
  };

  return (
    <section
      aria-label={t("label")}
      className="mb-4 flex flex-wrap items-center gap-2"
    >
      <Search
        value={filters.q ?? ""}
        onChange={(q) => set("q", q)}
        label={t("search")}
      />
      <WithoutOwnerToggle
        label={t("without", { count: withoutOwner })}
        count={withoutOwner}
        isOn={filters.owner === "none"}
        onChange={(isOn) => set("owner", isOn ? "none" : undefined)}
      />
      <Button
        onPress={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        className="md:hidden"
      >
        <SlidersHorizontal aria-hidden="true" />
        {t("show", { count: chosen })}
      </Button>
      <div
        className={cx(
          "w-full flex-wrap gap-2 md:flex md:w-auto",
          isOpen ? "grid grid-cols-2" : "hidden",
        )}
      >
        {FILTER_KEYS.map((key) =>
          key === "q" ? null : (
            <Select
              key={key}
              size="sm"
              label={t(key)}
              isLabelHidden
              options={[
                { id: anything, label: `${t(key)}: ${t("any")}` },
                ...options[key],
              ]}
              value={filters[key] ?? anything}
              onChange={(value) =>
                set(key, value === anything ? undefined : value)
              }
              className={cx(
                "md:w-auto md:max-w-56 md:min-w-34",
                filters[key] && "[&_button]:border-accent",
              )}
            />
          ),
        )}
      </div>
      {chosen > 0 || filters.q ? (
        <Button variant="quiet" onPress={() => onChange({})}>
          <X aria-hidden="true" />
          {t("clear")}
        </Button>
      ) : null}
    </section>
  );
}

interface SearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Waits for a pause in the typing, so that not every letter asks the server. */
function Search({ label, value, onChange }: SearchProps) {
  const [text, setText] = useState(value);
  const [said, setSaid] = useState(value);
  if (said !== value) {
    setSaid(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <SearchField
      label={label}
      value={text}
      onChange={setText}
      className="min-w-40 flex-1 md:max-w-56"
    />
  );
}
