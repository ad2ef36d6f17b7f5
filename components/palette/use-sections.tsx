"use client";

import { CircleUserRound, MapPinned, Route, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import {
  libraryItems,
  settingsItem,
  workItems,
} from "@/components/workspace/nav-items";
import type { SearchHits } from "@/lib/api/search";
import type { PaletteSection } from "./entry";
import { matching } from "./match";
import type { Words } from "./use-words";

interface Asked {
  readonly slug: string;
  readonly query: string;
  /** What can be done on this page. */
  readonly own: readonly PaletteSection[];
  readonly hits: SearchHits | null;
  readonly words: Words;
}

/** All that answers to a query, in sections: first what is at hand, then what is elsewhere. */
export function useSections(asked: Asked): PaletteSection[] {
  const { slug, query, own, hits, words } = asked;
  const found = useHitSections(slug, query, hits);
  const pages = usePages(slug, words);
  return useMemo(() => {
    const atHand = matching(own, query, words.otherWords);
    const places = matching(pages, query, words.otherWords);
    return [...atHand, ...found, ...places];
  }, [own, query, words, found, pages]);
}

function useHitSections(
  slug: string,
  query: string,
  hits: SearchHits | null,
): PaletteSection[] {
  const t = useTranslations("palette");
  return useMemo(() => {
    if (hits === null) return [];
    const untitled = t("untitled");
    const base = `/w/${slug}`;
    const sections: PaletteSection[] = [
      {
        id: "journeys",
        title: t(query.trim() === "" ? "recent" : "journeys"),
        entries: hits.journeys.map(({ id, title }) => ({
          id: `journey-${id}`,
          label: title || untitled,
          icon: <Route aria-hidden="true" />,
          href: `${base}/journeys/${id}`,
        })),
      },
      {
        id: "touchpoints",
        title: t("touchpoints"),
        entries: hits.touchpoints.map(({ id, title, journey }) => ({
          id: `touchpoint-${id}`,
          label: title,
          place: journey.title || untitled,
          icon: <MapPinned aria-hidden="true" />,
          href: `${base}/journeys/${journey.id}?touchpoint=${id}`,
        })),
      },
      {
        id: "people",
        title: t("people"),
        entries: hits.stakeholders.map(({ id, name }) => ({
          id: `person-${id}`,
          label: name,
          icon: <Users aria-hidden="true" />,
          href: `${base}/stakeholders/${id}`,
        })),
      },
    ];
    return sections.filter(({ entries }) => entries.length > 0);
  }, [hits, query, slug, t]);
}

function usePages(slug: string, { places }: Words): PaletteSection[] {
  const t = useTranslations("palette");
  return useMemo(() => {
    if (places === null) return [];
    const items = [...workItems, ...libraryItems, settingsItem];
    const entries = items.map(({ key, Icon }) => ({
      id: `page-${key}`,
      label: places.nav[key],
      icon: <Icon aria-hidden="true" />,
      href: `/w/${slug}/${key}`,
    }));
    const account = {
      id: "page-account",
      label: places.person.account,
      icon: <CircleUserRound aria-hidden="true" />,
      href: "/account",
    };
    return [{ id: "pages", title: t("pages"), entries: [...entries, account] }];
  }, [slug, places, t]);
}
