"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { copyText } from "@/components/room/copy-text";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useRoomState } from "@/components/room/use-room-state";
import { useReadingMode } from "@/components/room/reading-mode";
import { Checkbox } from "@/components/ui/checkbox";
import { Spinner } from "@/components/ui/spinner";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useProblemText } from "@/components/workspace/use-problem-text";
import { EVALUATION_QUESTIONS } from "@/lib/api/evaluation";
import type {
  EvaluationAnswer,
  EvaluationQuestion,
} from "@/lib/api/evaluation";
import { FlowReading } from "@/components/evidence/flow/flow-reading";
import { Coverage } from "./coverage";
import { useEvaluation } from "./use-evaluation";

/** The questions that follow a finished map, to be ticked and noted by everybody who may edit it. */
export function Evaluation() {
  const t = useTranslations("guide.evaluation");
  const { answers, problem, say } = useEvaluation();
  const word =
    useJourneyMap((map) => map.meta.customerWord.trim()) || t("customer");
  const done = answers?.filter(({ isDone }) => isDone).length ?? 0;
  if (!answers)
    return problem ? (
      <ProblemBanner problem={problem} />
    ) : (
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <Spinner />
        {t("loading")}
      </p>
    );
  return (
    <div className="flex flex-col gap-4">
      <Coverage />
      <FlowReading />
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <p className="text-xs text-ink-3" role="status">
        {t("progress", { done, of: EVALUATION_QUESTIONS.length })}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {EVALUATION_QUESTIONS.map((question) => (
          <Question
            key={question}
            {...{ question, word, say }}
            answer={answers.find((one) => one.question === question) ?? null}
          />
        ))}
      </ul>
    </div>
  );
}

interface QuestionProps {
  readonly question: EvaluationQuestion;
  readonly word: string;
  readonly answer: EvaluationAnswer | null;
  readonly say: ReturnType<typeof useEvaluation>["say"];
}

function Question({ question, word, answer, say }: QuestionProps) {
  const t = useTranslations("guide.evaluation");
  const problemText = useProblemText();
  const mayWrite = useMayAnswer();
  const tick = async (isDone: boolean) => {
    const refused = await say({ question, isDone });
    if (refused) showToast({ text: problemText(refused), tone: "danger" });
  };
  return (
    <li className="flex flex-col gap-1.5 py-3">
      <Checkbox
        isSelected={answer?.isDone ?? false}
        isReadOnly={!mayWrite}
        onChange={(isDone) => void tick(isDone)}
        className="pointer-coarse:min-h-11"
      >
        <span className="font-medium hyphens-auto">
          {t(`question.${question}.title`, { word })}
        </span>
        <span className="mt-0.5 block text-xs hyphens-auto text-ink-2">
          {t(`question.${question}.hint`, { word })}
        </span>
      </Checkbox>
      <Note {...{ question, answer, say, mayWrite }} />
      {answer?.by ? (
        <p className="pl-6 text-xs text-ink-3">
          {t("by", { name: answer.by.name })}
        </p>
      ) : null}
    </li>
  );
}

interface NoteProps extends Pick<QuestionProps, "question" | "answer" | "say"> {
  readonly mayWrite: boolean;
}

/** Kept when the field is left; what a colleague wrote meanwhile is never overwritten, and mine is offered for copying. */
function Note({ question, answer, say, mayWrite }: NoteProps) {
  const t = useTranslations("guide.evaluation");
  const problemText = useProblemText();
  const stored = answer?.note ?? "";
  const [draft, setDraft] = useState<{ text: string; before: string } | null>(
    null,
  );
  if (!mayWrite && stored === "") return null;
  const keep = async () => {
    if (!draft) return;
    const { text, before } = draft;
    if (text === before) return setDraft(null);
    const refused = await say({ question, note: { text, before } });
    setDraft(null);
    if (!refused) return;
    const isLate = refused.code === "version_conflict";
    showToast({
      text: isLate ? t("changedMeanwhile") : problemText(refused),
      tone: "danger",
      action: { label: t("copyMine"), run: () => void copyText(text) },
    });
  };
  return (
    <TextArea
      label={t("noteOn", { question: t(`question.${question}.short`) })}
      isLabelHidden
      placeholder={t("note")}
      rows={1}
      isReadOnly={!mayWrite}
      value={draft?.text ?? stored}
      onChange={(text) =>
        setDraft((now) => ({ text, before: now?.before ?? stored }))
      }
      onBlur={() => void keep()}
      maxLength={5000}
      className="pl-6"
    />
  );
}

function useMayAnswer(): boolean {
  const { isOffered, isReading } = useReadingMode();
  const canEdit = useRoomState((state) => state.canEdit);
  return isOffered && !isReading && canEdit;
}
