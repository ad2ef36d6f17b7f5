"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useHistoryHref } from "@/components/history/history-href";
import { useAnswer } from "@/components/history/use-answer";
import { useEdition } from "@/components/history/use-edition";
import { useAuthorName } from "@/components/history/version-title";
import {
  useVersions,
  useVersionsPath,
} from "@/components/history/use-versions";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Avatar } from "@/components/ui/avatar";
import { Spinner } from "@/components/ui/spinner";
import { LocalTime } from "@/components/workspace/local-time";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import type { VersionAuthors } from "@/lib/api/versions";
import type { TouchpointId } from "@/lib/journey/ids";
import { storyOf } from "./story";
import type { Deed } from "./story";
import { usePartNames } from "./use-part-names";

interface TouchpointHistoryProps {
  readonly touchpointId: TouchpointId;
}

/** The first change of a journey is how it came to be. */
const BEGINNING = 1;

/** Who changed this touchpoint and what stands with it, and when. */
export function TouchpointHistory({ touchpointId }: TouchpointHistoryProps) {
  const t = useTranslations("lanes.story");
  const href = useHistoryHref(touchpointId);
  const map = useJourneyMap((whole) => whole);
  const { authors, isRecent, problem } = useAuthors();
  const story = useMemo(
    () => authors && storyOf(map, touchpointId, authors),
    [map, touchpointId, authors],
  );
  if (problem) return <ProblemBanner problem={problem} />;
  if (!story)
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-ink-2">
        <Spinner />
        {t("loading")}
      </p>
    );
  return (
    <>
      {story.length > 0 ? (
        <ol className="flex flex-col gap-3">
          {story.map((deed) => (
            <DeedItem key={`${deed.author.id} ${deed.at}`} deed={deed} />
          ))}
        </ol>
      ) : (
        <p className="text-sm text-ink-2">
          {t(isRecent ? "noneLately" : "none")}
        </p>
      )}
      <a
        href={href}
        className="finger relative self-start rounded-xs text-sm text-accent underline-offset-2 hover:underline"
      >
        {t("all")}
      </a>
    </>
  );
}

/** Of everything, or, where that is too much to look through, of what came since the last version. */
function useAuthors() {
  const path = useVersionsPath();
  const edition = useEdition(useJourneyMap((map) => map));
  const whole = useAnswer<VersionAuthors>(
    `${path}/authors?from=${BEGINNING}`,
    edition,
  );
  const isTooMuch = whole.data?.isComplete === false;
  const { list } = useVersions();
  const since = list[0]?.seq;
  const recent = useAnswer<VersionAuthors>(
    isTooMuch && since !== undefined ? `${path}/authors?from=${since}` : null,
    edition,
  );
  const { data, problem } = isTooMuch ? recent : whole;
  return { authors: data, problem, isRecent: isTooMuch };
}

function DeedItem({ deed }: { readonly deed: Deed }) {
  const nameOf = useAuthorName();
  const partNames = usePartNames();
  const { author, at, parts } = deed;
  const name = nameOf(author);
  return (
    <li className="flex gap-2.5 text-sm">
      <Avatar name={name} id={author.id} size="sm" />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{name}</span>{" "}
          <span className="text-xs text-ink-3">
            <LocalTime at={at} />
          </span>
        </p>
        <p className="break-words hyphens-auto text-ink-2">
          {partNames(parts)}
        </p>
      </div>
    </li>
  );
}
