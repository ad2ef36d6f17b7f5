"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useCatalogue } from "../../drawing/catalogue";

/** What is about to be told, and about whom. */
export function CoverSlide({ map }: { readonly map: JourneyMap }) {
  const t = useTranslations("present");
  const names = useTranslations("map");
  const { personaOf } = useCatalogue();
  const { title, scenario, state, locale } = map.meta;
  const personas = map.personas.flatMap((id) => personaOf(id) ?? []);
  return (
    <div
      lang={locale}
      className="mx-auto flex min-h-full max-w-5xl flex-col justify-center gap-8 px-6 py-10 sm:px-12"
    >
      <p className="text-md text-ink-2 sm:text-lg">{names(`state.${state}`)}</p>
      <h1 className="text-3xl leading-tight font-semibold wrap-anywhere hyphens-auto sm:text-[clamp(2.5rem,5vw,4.5rem)]">
        {title || names("untitled.map")}
      </h1>
      {scenario ? (
        <p className="max-w-4xl text-lg whitespace-pre-wrap text-ink-2 sm:text-[clamp(1.25rem,2vw,1.75rem)] sm:leading-normal">
          {scenario}
        </p>
      ) : null}
      {personas.length > 0 ? (
        <ul className="flex flex-wrap gap-x-8 gap-y-4" aria-label={t("who")}>
          {personas.map(({ id, name, colour }) => (
            <li key={id} className="flex items-center gap-3 text-lg sm:text-xl">
              <Avatar {...{ id, name, colour }} size="lg" />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      {map.stages.length === 0 ? (
        <p className="text-lg text-ink-2">{t("empty")}</p>
      ) : (
        <ol className="flex flex-wrap gap-2">
          {map.stages.map(({ id, title: stage, colour }) => (
            <li
              key={id}
              data-colour={colour ?? undefined}
              className="border-t-3 border-line-strong pt-2 pr-6 text-md data-colour:border-(--edge) sm:text-lg"
            >
              {stage || names("untitled.stage")}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
