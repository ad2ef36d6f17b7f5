"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { buttonStyle } from "@/components/ui/button-style";
import { inputStyle } from "@/components/ui/input-style";
import { cx } from "@/components/ui/cx";
import type { AskedPulse } from "@/lib/api/pulses";
import type { Locale } from "@/lib/i18n/config";
import { stepPath } from "@/lib/pulse/steps";
import { FACES, MOST_COMMENT } from "@/lib/pulse/terms";
import { FaceChoice } from "./face-choice";
import type { Draft, Trouble, useAnswering } from "./use-answering";

interface QuestionProps {
  readonly token: string;
  readonly asked: AskedPulse;
  readonly answering: ReturnType<typeof useAnswering>;
  /** The language that the respondent chose, for the way without a script. */
  readonly locale: Locale | null;
}

/** One touchpoint: five faces, and room for a few words. */
export function Question({ token, asked, answering, locale }: QuestionProps) {
  const t = useTranslations("pulse");
  const { at, questions, draft, trouble, isPending } = answering;
  const heading = useHeadingFocus(at);
  const form = useEarlyWords(answering.change);
  const troubleId = useId();
  const commentId = useId();
  const question = questions[at];
  const isLast = at === questions.length - 1;
  return (
    <form
      ref={form}
      method="post"
      action={`/q/${token}`}
      onSubmit={(event) => {
        event.preventDefault();
        void answering.send();
      }}
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="key" value={answering.key} />
      <input
        type="hidden"
        name="touchpointId"
        value={question?.touchpointId ?? ""}
      />
      <input type="hidden" name="at" value={at} />
      {locale ? <input type="hidden" name="lang" value={locale} /> : null}
      <div className="flex flex-col gap-1.5">
        {questions.length > 1 ? (
          <p className="text-sm text-ink-3">
            {t("progress", { at: at + 1, all: questions.length })}
          </p>
        ) : null}
        <h1
          ref={heading}
          tabIndex={-1}
          className="text-xl hyphens-auto outline-none wrap-anywhere"
        >
          <bdi>{question?.title || t("untitled")}</bdi>
        </h1>
        {asked.intro ? (
          <p className="text-base whitespace-pre-line hyphens-auto text-ink-2 wrap-anywhere">
            <bdi>{asked.intro}</bdi>
          </p>
        ) : null}
      </div>
      <TroubleBanner id={troubleId} {...{ trouble }} />
      <FaceChoice
        label={t(`question.${asked.audience}`)}
        name="face"
        value={draft.face}
        onChange={(face) => answering.change({ face })}
        onMissing={answering.complain}
        describedBy={trouble === "missing" ? troubleId : undefined}
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={commentId} className="text-sm font-medium">
          {t("comment.label")}
        </label>
        <textarea
          id={commentId}
          name="comment"
          rows={3}
          maxLength={MOST_COMMENT}
          value={draft.comment}
          onChange={(event) =>
            answering.change({ comment: event.target.value })
          }
          aria-describedby={`${commentId}-hint`}
          className={cx(
            inputStyle,
            "field-sizing-content max-h-72 min-h-24 resize-y py-2 focus:border-focus focus:ring-1 focus:ring-focus",
          )}
        />
        <p id={`${commentId}-hint`} className="text-xs text-ink-3">
          {t("comment.hint")}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="submit"
          aria-disabled={isPending || undefined}
          className={buttonStyle("primary", "lg", "min-h-12 grow sm:grow-0")}
        >
          {t(isPending ? "sending" : isLast ? "send" : "sendNext")}
        </button>
        <Ways
          at={at}
          canGoOn={!isLast || trouble === "gone"}
          canGoBack={answering.isAnswered(at - 1)}
          next={stepPath(token, { at: at + 1, locale, problem: null })}
          onGo={answering.goTo}
        />
      </div>
    </form>
  );
}

interface WaysProps {
  readonly at: number;
  /** Past the last question too, where it is not asked any more. */
  readonly canGoOn: boolean;
  readonly canGoBack: boolean;
  /** The address of the next question, for the way without a script. */
  readonly next: string;
  readonly onGo: (at: number) => void;
}

/** To the question before, where an answer can be changed, and past one that somebody cannot answer. */
function Ways({ at, canGoOn, canGoBack, next, onGo }: WaysProps) {
  const t = useTranslations("pulse");
  const look = buttonStyle("quiet", "lg", "min-h-12");
  return (
    <>
      {canGoBack ? (
        <button type="button" className={look} onClick={() => onGo(at - 1)}>
          {t("back")}
        </button>
      ) : null}
      {canGoOn ? (
        <a
          href={next}
          className={look}
          onClick={(event) => {
            event.preventDefault();
            onGo(at + 1);
          }}
        >
          {t("skip")}
        </a>
      ) : null}
    </>
  );
}

interface TroubleProps {
  readonly id: string;
  readonly trouble: Trouble | null;
}

/** Why the answer is not stored, and that it is still here. */
function TroubleBanner({ id, trouble }: TroubleProps) {
  const t = useTranslations("pulse.trouble");
  return (
    <div id={id} className="empty:hidden">
      {trouble ? (
        <Banner tone={trouble === "offline" ? "warning" : "danger"}>
          {t(trouble)}
        </Banner>
      ) : null}
    </div>
  );
}

/** On a slow network somebody chooses before the script is there: it takes over what the form holds. */
function useEarlyWords(change: (draft: Partial<Draft>) => void) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!form.current) return;
    const held = new FormData(form.current);
    const face = FACES.find((each) => String(each) === held.get("face"));
    const comment = held.get("comment");
    if (face) change({ face });
    if (typeof comment === "string" && comment !== "") change({ comment });
    // oxlint-disable-next-line react/exhaustive-deps -- what the form holds when the script comes, and never again
  }, []);
  return form;
}

/** Whoever comes from the question before is led to the beginning of this one; at first the page is left alone. */
function useHeadingFocus(at: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  return heading;
}
