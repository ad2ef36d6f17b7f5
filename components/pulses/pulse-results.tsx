"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { emotionKey, type EmotionValue } from "@/components/ui/emotion";
import { EmotionFace } from "@/components/ui/emotion-face";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { PulseComments, PulseResult } from "@/lib/api/pulses";
import { nearestLevel } from "@/lib/insight/evidence";
import { FACES } from "@/lib/pulse/terms";

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
  const [comments, setComments] = useState<PulseComments | null>(null);
  const problemText = useProblemText();
  const read = async () => {
    const answer = await api<PulseComments>(`${path}/comments`);
    if (answer.ok) setComments(answer.data);
    else showToast({ text: problemText(answer.problem), tone: "danger" });
  };
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
              {...{ path, mayChange }}
              list={comments?.touchpoints.find(
                ({ touchpointId }) => touchpointId === result.touchpointId,
              )}
              onChanged={() => void read()}
            />
          </li>
        ))}
      </ul>
      {hasScore && !comments ? (
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
  readonly path: string;
  readonly mayChange: boolean;
  readonly list: PulseComments["touchpoints"][number] | undefined;
  readonly onChanged: () => void;
}

/** What respondents wrote, in no order that says who came when. */
function Comments({ path, mayChange, list, onChanged }: CommentsProps) {
  const t = useTranslations("pulses.comments");
  const problemText = useProblemText();
  if (!list) return null;
  const remove = async (id: string) => {
    const answer = await api(`${path}/comments/${id}`, { method: "DELETE" });
    if (!answer.ok)
      showToast({ text: problemText(answer.problem), tone: "danger" });
    onChanged();
  };
  if (list.comments.length === 0)
    return <p className="text-xs text-ink-3">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {list.comments.map(({ id, text }) => (
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
  );
}
