"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { emotionKey, type EmotionValue } from "@/components/ui/emotion";
import { EmotionFace } from "@/components/ui/emotion-face";
import { IconButton } from "@/components/ui/icon-button";
import { MoreButton } from "@/components/workspace/lists/more-button";
import type { PulseResult } from "@/lib/api/pulses";
import { nearestLevel } from "@/lib/insight/evidence";
import { proportionOf } from "@/lib/metrics/proportion";
import { FACES } from "@/lib/pulse/terms";
import { useComments, type Said } from "./use-comments";

interface PulseResultsProps {
  /** Of the pulse in the API. */
  readonly path: string;
  readonly results: readonly PulseResult[];
  /** From how many answers on there is a score. */
  readonly least: number;
  /** Whether each says which touchpoint it is about. */
  readonly isTitled: boolean;
  readonly mayChange: boolean;
}

const middle = 3;

/** What came of a pulse, touchpoint by touchpoint: how many answered, and from the limit on what they say. */
export function PulseResults(props: PulseResultsProps) {
  const { path, results, least, isTitled, mayChange } = props;
  const t = useTranslations("pulses");
  const { said, read, more, remove } = useComments(path);
  const hasScore = results.some(({ score }) => score !== null);
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-3">
        {results.map((result) => (
          <li key={result.touchpointId} className="flex flex-col gap-1.5">
            {isTitled ? (
              <p className="text-xs text-ink-2 wrap-anywhere">
                {result.title ?? t("gone")}
              </p>
            ) : null}
            <Result {...{ result, least }} />
            <Comments
              {...{ mayChange, more, remove }}
              said={said?.find(
                ({ touchpointId }) => touchpointId === result.touchpointId,
              )}
            />
          </li>
        ))}
      </ul>
      {hasScore && !said ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => void read()}
        >
          {t("comments.show")}
        </Button>
      ) : null}
    </div>
  );
}

interface ResultProps {
  readonly result: PulseResult;
  readonly least: number;
}

function Result({ result, least }: ResultProps) {
  const t = useTranslations("pulses");
  const words = useTranslations("common.emotion");
  const format = useFormatter();
  const { answers, score } = result;
  if (!score)
    return (
      <p className="tabular-nums">
        {t("answers", { count: answers })}
        <span className="text-ink-3"> · {t("tooFew", { least })}</span>
      </p>
    );
  const level = nearestLevel(score.mean - middle);
  const figure = (value: number) =>
    format.number(value, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  const percent = (share: number) =>
    format.number(share, { style: "percent", maximumFractionDigits: 1 });
  const [, , , good, best] = score.faces;
  const happy = proportionOf(good + best, answers);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 tabular-nums">
        <EmotionFace value={level} />
        <span className="font-medium">
          {t("score", {
            level: words(emotionKey(level)),
            mean: figure(score.mean),
          })}
        </span>
        <span className="text-ink-2">{t("answers", { count: answers })}</span>
        {score.interval ? (
          <span className="text-ink-2">
            {t("interval", {
              low: figure(score.interval.low),
              high: figure(score.interval.high),
            })}
          </span>
        ) : null}
      </p>
      {happy ? (
        <p className="text-xs text-ink-2 tabular-nums">
          {t("topTwo", {
            share: percent(happy.share),
            low: percent(happy.interval.low),
            high: percent(happy.interval.high),
          })}
        </p>
      ) : null}
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-2">
        {FACES.map((face, at) => {
          const value = (face - middle) as EmotionValue;
          return (
            <li key={face} className="flex items-center gap-1 tabular-nums">
              <EmotionFace value={value} className="size-4" />
              <span className="sr-only">{words(emotionKey(value))}: </span>
              {format.number(score.faces[at] ?? 0)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface CommentsProps {
  readonly mayChange: boolean;
  readonly said: Said | undefined;
  readonly more: (of: Said) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
}

/** What respondents wrote, in no order that says who came when. */
function Comments({ mayChange, said, more, remove }: CommentsProps) {
  const t = useTranslations("pulses.comments");
  const [isLoading, setLoading] = useState(false);
  if (!said) return null;
  const { comments, nextCursor } = said;
  const handleMore = async () => {
    setLoading(true);
    const isRead = await more(said);
    setLoading(false);
    return isRead;
  };
  if (comments.length === 0 && nextCursor === null)
    return <p className="text-xs text-ink-3">{t("none")}</p>;
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {comments.map(({ id, text }) => (
          <li key={id} className="flex items-start gap-1">
            <blockquote className="min-w-0 flex-1 border-l-2 border-line-strong pl-2.5 whitespace-pre-line hyphens-auto wrap-anywhere">
              <bdi>{text}</bdi>
            </blockquote>
            {mayChange ? (
              <IconButton
                size="sm"
                label={t("delete")}
                onPress={() => void remove(id)}
              >
                <X aria-hidden="true" />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      <MoreButton
        size="sm"
        variant="quiet"
        list={{ hasMore: nextCursor !== null, isLoading, more: handleMore }}
        shown={comments.length}
        label={t("more")}
      />
    </>
  );
}
