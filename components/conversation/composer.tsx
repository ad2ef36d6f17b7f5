"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { optionStyle, popoverStyle } from "@/components/ui/list-style";
import type { ApiResult, Problem } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import {
  MOST_MENTIONS,
  mentionsIn,
  withMentions,
  type Mentionable,
} from "@/lib/conversation/words";
import type { Draft } from "./draft";
import { useDraft } from "./use-draft";
import { useMentions } from "./use-mentions";

/** As the server counts: with the marks of people in it. */
const MOST_LETTERS = 4_000;

interface ComposerProps {
  /** Under which the browser keeps what is not sent; null where nothing is kept. */
  readonly place: string | null;
  readonly label: string;
  readonly sendLabel: string;
  readonly initial?: Pick<Draft, "text" | "chosen">;
  readonly isFocusedAtFirst?: boolean;
  readonly send: (body: string, key: string) => Promise<ApiResult<unknown>>;
  readonly onSent?: () => void;
  readonly onCancel?: () => void;
}

/** A field to say something in, in which people can be named. What is written is kept until it has been sent. */
export function Composer(props: ComposerProps) {
  const { place, label, sendLabel, initial, send, onSent, onCancel } = props;
  const { isFocusedAtFirst = false } = props;
  const t = useTranslations("conversation");
  const common = useTranslations("common");
  const { draft, write, clear } = useDraft(place, initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusAtFirst(field, isFocusedAtFirst);
  function put(text: string, caret: number, chosen?: readonly Mentionable[]) {
    flushSync(() => write(text, chosen));
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }
  function insert(person: Mentionable, from: number, to: number) {
    const before = `${draft.text.slice(0, from)}@${person.name} `;
    const rest = draft.text.slice(to).replace(/^ /, "");
    put(before + rest, before.length, [...draft.chosen, person]);
  }
  const mentions = useMentions((person, { from }) =>
    insert(person, from, field.current?.selectionStart ?? draft.text.length),
  );
  const body = withMentions(draft.text, draft.chosen).trim();
  const complaint =
    mentionsIn(body).length > MOST_MENTIONS
      ? t("tooManyMentions", { most: MOST_MENTIONS })
      : body.length > MOST_LETTERS
        ? t("tooLong", { most: MOST_LETTERS })
        : null;

  const beginMention = () => {
    const caret = field.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, caret);
    const text = `${before}${/(^|\s)$/.test(before) ? "" : " "}@`;
    put(text + draft.text.slice(caret), text.length);
    mentions.look(text, text.length);
  };
  const submit = async () => {
    if (body === "" || complaint !== null || isPending) return;
    mentions.close();
    setPending(true);
    const result = await send(body, draft.key);
    setPending(false);
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    clear();
    onSent?.();
  };
  const listId = useId();
  const hintId = useId();
  const { found, at } = mentions;
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="relative flex flex-col gap-2"
    >
      <textarea
        ref={field}
        aria-label={label}
        aria-describedby={hintId}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        rows={2}
        value={draft.text}
        readOnly={isPending}
        placeholder={label}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          write(value);
          mentions.look(value, selectionStart);
        }}
        onClick={({ currentTarget: { value, selectionStart } }) =>
          mentions.look(value, selectionStart)
        }
        onBlur={mentions.close}
        onKeyDown={(event) => {
          if (mentions.handleKey(event)) return;
          const isSend = event.ctrlKey || event.metaKey;
          if (event.key === "Enter" && isSend) {
            event.preventDefault();
            void submit();
          }
        }}
        className="field-sizing-content max-h-72 min-h-16 w-full resize-y rounded-md border border-control bg-surface px-2.5 py-2 text-base text-ink outline-none placeholder:text-ink-3 focus:border-focus focus:ring-1 focus:ring-focus pointer-coarse:text-md"
      />
      <p id={hintId} className="sr-only">
        {t("mentionHint")}
      </p>
      <People {...{ mentions, listId }} />
      {complaint ? (
        <p role="alert" className="text-xs font-medium text-danger">
          {complaint}
        </p>
      ) : null}
      {problem ? (
        <>
          <ProblemBanner problem={problem} />
          <p className="text-xs text-ink-2">{t("kept")}</p>
        </>
      ) : null}
      <div className="flex items-center gap-2">
        <IconButton label={t("mention")} size="sm" onPress={beginMention}>
          <AtSign aria-hidden="true" />
        </IconButton>
        <span className="flex-1" />
        {onCancel ? (
          <Button size="sm" variant="quiet" onPress={onCancel}>
            {common("cancel")}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="primary"
          type="submit"
          isPending={isPending}
          isDisabled={body === "" || complaint !== null}
        >
          {sendLabel}
        </Button>
      </div>
    </form>
  );
}

/** A frame later, because a panel that opens takes the focus itself. */
function useFocusAtFirst(
  field: React.RefObject<HTMLTextAreaElement | null>,
  isFocusedAtFirst: boolean,
): void {
  useEffect(() => {
    if (!isFocusedAtFirst) return;
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [field, isFocusedAtFirst]);
}

interface PeopleProps {
  readonly mentions: ReturnType<typeof useMentions>;
  readonly listId: string;
}

/** Whom the name could mean, under the field. The keys stay with the field. */
function People({ mentions, listId }: PeopleProps) {
  const t = useTranslations("conversation");
  const { found, at, point, choose } = mentions;
  return (
    <>
      <p role="status" className="sr-only">
        {found.length > 0 ? t("peopleFound", { count: found.length }) : ""}
      </p>
      {found.length > 0 ? (
        <div
          id={listId}
          role="listbox"
          aria-label={t("people")}
          className={cx(popoverStyle, "flex flex-col p-1")}
        >
          {found.map((person, index) => (
            <button
              key={person.id}
              type="button"
              tabIndex={-1}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // The field would lose the focus, and with it the list would close, before the press has ended.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => point(index)}
              onClick={() => choose(person)}
              className={cx(
                optionStyle,
                "text-left",
                index === at && "bg-pressed",
              )}
            >
              <Avatar name={person.name} id={person.id} />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}
