import type { ClipboardEvent } from "react";

/** What of an event of the clipboard is used; what was pasted early is kept as this until it can be laid down. */
export interface ClipboardUse {
  readonly target: EventTarget;
  readonly clipboardData: Pick<DataTransfer, "getData" | "setData"> & {
    readonly files?: Iterable<File> | ArrayLike<File>;
  };
  preventDefault(): void;
}

export interface ClipboardHandlers {
  readonly onCopy: (event: ClipboardUse) => void;
  readonly onCut: (event: ClipboardUse) => void;
  readonly onPaste: (event: ClipboardUse) => void;
}

/** Whether the clipboard is about a cell or card and not about words that are being written. */
export function isOnGrid(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.matches("[data-cell], [data-card]")
  );
}

/** A paste as it was: the browser takes back what it lent as soon as the event is over. */
export function keepPaste({
  target,
  clipboardData,
}: ClipboardEvent): ClipboardUse {
  const words = new Map(
    ["text/html", "text/plain"].map((type) => [
      type,
      clipboardData.getData(type),
    ]),
  );
  return {
    target,
    clipboardData: {
      getData: (type) => words.get(type) ?? "",
      setData: () => undefined,
      files: [...(clipboardData.files ?? [])],
    },
    preventDefault: () => undefined,
  };
}
