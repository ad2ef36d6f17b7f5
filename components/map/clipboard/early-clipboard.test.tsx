import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Desk } from "../hands/desk";
import type { Hands } from "../hands/hands";
import type { ClipboardUse } from "./pasted";
import { useEarlyClipboard } from "./use-early-clipboard";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Cell({ desk }: { readonly desk: Desk }) {
  const { onCopy, onCut, onPaste } = useEarlyClipboard(desk);
  return (
    <div data-cell="lane/column" tabIndex={0} {...{ onCopy, onCut, onPaste }}>
      <p>{"Words"}</p>
    </div>
  );
}

const newDesk = () =>
  new Desk({
    getState: () => null as never,
    getShape: () => null as never,
    standAt: () => undefined,
  });

/** Hands that note what the clipboard brings them. */
function handsThat(heard: Record<string, unknown>[]): Hands {
  const note = (name: string) => (event: ClipboardUse) => {
    heard.push({
      name,
      text: event.clipboardData.getData("text/plain"),
      html: event.clipboardData.getData("text/html"),
      files: Array.from(event.clipboardData.files ?? []).length,
    });
    event.clipboardData.setData("text/plain", name);
  };
  const clipboard = {
    onCopy: note("copy"),
    onCut: note("cut"),
    onPaste: note("paste"),
  };
  return { clipboard } as unknown as Hands;
}

const cell = () => screen.getByText("Words").parentElement!;

test("[A2] a block that is pasted before there are hands is laid down as it was pasted", () => {
  const desk = newDesk();
  const heard: Record<string, unknown>[] = [];
  render(<Cell desk={desk} />);
  const lent = new Map([
    ["text/plain", "a\tb"],
    ["text/html", "<table></table>"],
  ]);
  const isUnhandled = fireEvent.paste(cell(), {
    clipboardData: {
      getData: (type: string) => lent.get(type) ?? "",
      files: [new File(["x"], "x.png")],
    },
  });
  expect(isUnhandled).toBe(false);
  // A browser takes back what it lent.
  lent.clear();
  desk.take(handsThat(heard));
  expect(heard).toEqual([
    { name: "paste", text: "a\tb", html: "<table></table>", files: 1 },
  ]);
});

test.each(["copy", "cut"] as const)(
  "[A2] a %s before there are hands is on the clipboard as soon as there are",
  (name) => {
    const desk = newDesk();
    const heard: Record<string, unknown>[] = [];
    render(<Cell desk={desk} />);
    const copied = new Map<string, string>();
    const clipboardData = {
      getData: () => "",
      setData: (type: string, words: string) => copied.set(type, words),
    };
    document.execCommand = vi.fn(() =>
      fireEvent[name](document.body, { clipboardData }),
    );
    fireEvent[name](cell(), { clipboardData });
    expect(document.execCommand).not.toHaveBeenCalled();
    desk.take(handsThat(heard));
    expect(document.execCommand).toHaveBeenCalledWith(name);
    expect(heard).toMatchObject([{ name }]);
    expect([...copied]).toEqual([["text/plain", name]]);
  },
);

test("[A2] words inside of a cell are copied by the browser itself", () => {
  const desk = newDesk();
  render(<Cell desk={desk} />);
  expect(fireEvent.copy(screen.getByText("Words"))).toBe(true);
  expect(desk.isWaiting()).toBe(false);
});
