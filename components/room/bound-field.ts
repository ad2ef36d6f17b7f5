import {
  useCallback,
  useEffect,
  useRef,
  type CompositionEvent,
  type FormEvent,
  type KeyboardEvent,
  type RefCallback,
} from "react";
import type { TextSession } from "@/lib/journey/undo";

export type MapCaret = (caret: number) => number;

/** What keeps a field and something shared equal. */
export interface FieldBinding {
  readonly value: string;
  input(next: string, caret?: number): void;
  startComposition(): void;
  endComposition(next: string, caret?: number): void;
  destroy(): void;
}

/** Where a field finds its text, and how its typing can be taken back. */
export interface FieldSource {
  /** @param onChange - the field must show another value; the caret goes where the function says. */
  readonly bind: (
    onChange: (value: string, mapCaret: MapCaret) => void,
  ) => FieldBinding;
  /** From focus to blur. */
  readonly track: () => TextSession;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a text field to a shared text: typing is written at once, what others type appears without moving the caret
 * or taking the focus, and Ctrl+Z takes back only what was typed here.
 *
 * @param source - null while nothing may be written; then the field shows `value`.
 */
export function useBoundField(source: FieldSource | null, value: string) {
  const field = useRef<Field | null>(null);
  const binding = useRef<FieldBinding | null>(null);
  const session = useRef<TextSession | null>(null);

  const endSession = useCallback(() => {
    session.current?.close();
    session.current = null;
  }, []);

  useEffect(() => {
    if (!source) return;
    const bound = source.bind((next, mapCaret) =>
      show(field.current, next, mapCaret),
    );
    binding.current = bound;
    show(field.current, bound.value);
    if (field.current && field.current === document.activeElement)
      session.current = source.track();
    return () => {
      bound.destroy();
      binding.current = null;
      endSession();
    };
  }, [source, endSession]);

  useEffect(() => {
    if (!source) show(field.current, value);
  }, [source, value]);

  const ref: RefCallback<Field> = useCallback((element) => {
    field.current = element;
  }, []);

  return {
    ref,
    defaultValue: value,
    readOnly: source === null,
    onInput: ({ currentTarget }: FormEvent<Field>) =>
      binding.current?.input(
        currentTarget.value,
        currentTarget.selectionEnd ?? undefined,
      ),
    onCompositionStart: () => binding.current?.startComposition(),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<Field>) =>
      binding.current?.endComposition(
        currentTarget.value,
        currentTarget.selectionEnd ?? undefined,
      ),
    onFocus: () => {
      session.current ??= source?.track() ?? null;
    },
    onBlur: endSession,
    onKeyDown: (event: KeyboardEvent<Field>) =>
      takeBack(event, session.current),
  };
}

/** The browser's own undo would undo over what colleagues typed. */
function takeBack(
  event: KeyboardEvent<Field>,
  session: TextSession | null,
): void {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (!session || !isCommand || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  event.stopPropagation();
  if (key === "y" || event.shiftKey) session.redo();
  else session.undo();
}

function show(
  field: Field | null,
  value: string,
  mapCaret: MapCaret = (caret) => caret,
): void {
  if (!field || field.value === value) return;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  field.value = value;
  // Elsewhere, setting a selection could scroll the page or take the focus.
  if (
    field !== document.activeElement ||
    selectionStart === null ||
    selectionEnd === null
  )
    return;
  field.setSelectionRange(
    mapCaret(selectionStart),
    mapCaret(selectionEnd),
    selectionDirection ?? "none",
  );
}
