"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useCommands } from "@/components/room/use-commands";
import { useCustomerWord } from "@/components/room/use-customer-word";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { setText } from "@/lib/journey/texts";
import { Segmented } from "../fields/segmented";

const ACTORS = ["me", "customer", "organisation"] as const;
type Actor = (typeof ACTORS)[number];

interface TitleFormulaProps {
  readonly touchpoint: Touchpoint;
}

/** Helps to phrase a title as who does what, and over which channel; any other title is as good. */
export function TitleFormula({ touchpoint }: TitleFormulaProps) {
  const t = useTranslations("touchpoint.formula");
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="px-4 pb-3">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-left text-xs text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
      >
        <Chevron aria-hidden="true" className="size-3.5 shrink-0" />
        {t("open")}
      </button>
      {isOpen ? (
        <Formula
          id={id}
          touchpoint={touchpoint}
          onDone={() => setIsOpen(false)}
        />
      ) : null}
    </div>
  );
}

interface FormulaProps extends TitleFormulaProps {
  readonly id: string;
  readonly onDone: () => void;
}

function Formula({ id, touchpoint, onDone }: FormulaProps) {
  const t = useTranslations("touchpoint.formula");
  const word = useCustomerWord();
  const { run } = useCommands();
  const { channelOf } = useCatalogue();
  const [actor, setActor] = useState<Actor>("customer");
  const [what, setWhat] = useState("");
  const [place, setPlace] = useState<string | null>(null);
  const nameOf = (one: Actor) =>
    (one === "customer" && word) || t(`who.${one}`);
  const places = touchpoint.channels.flatMap((channel) => {
    const name = channelOf(channel)?.name;
    return name ? [{ id: channel as string, label: name }] : [];
  });
  const where = places.find((one) => one.id === place)?.label;
  const said = `${nameOf(actor)} ${what.trim()}`;
  const title = where ? `${said} · ${where}` : said;
  const take = () => {
    const ref = {
      kind: "touchpoint",
      id: touchpoint.id,
      field: "title",
    } as const;
    if (run((ctx) => setText(ctx, ref, title))?.ok) onDone();
  };
  return (
    <form
      id={id}
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== "") take();
      }}
      className="mt-2 flex flex-col gap-3 rounded-md border border-line bg-sunken/50 p-3"
    >
      <Segmented
        label={t("actor")}
        options={ACTORS.map((one) => ({ id: one, label: nameOf(one) }))}
        value={actor}
        onChange={(one) => setActor(one ?? "customer")}
      />
      <TextField
        label={t("what")}
        placeholder={t("whatHint")}
        value={what}
        onChange={setWhat}
        maxLength={200}
        autoFocus
      />
      {places.length > 0 ? (
        <Segmented
          label={t("where")}
          options={places}
          value={place}
          onChange={setPlace}
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="min-w-0 text-sm font-medium break-words text-ink">
          {what.trim() === "" ? null : title}
        </output>
        <Button
          size="sm"
          type="submit"
          variant="primary"
          isDisabled={what.trim() === ""}
        >
          {t("take")}
        </Button>
      </div>
    </form>
  );
}
