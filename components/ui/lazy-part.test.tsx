import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useEffect, useRef, type ComponentType } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/de/common.json";
import { hasGoneElsewhere } from "./held-keys";
import { lazyPart } from "./lazy-part";
import { Toasts } from "./toast";
import { preloadParts, STILL_MS } from "./on-demand";

const heard = vi.fn();
const write = vi.fn();

function Box({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      aria-label={label}
      onKeyDown={(event) => {
        heard(event.key);
        if (event.key === "ArrowDown") event.preventDefault();
      }}
    />
  );
}

/** A part whose loading ends when it is told to. */
function newPart() {
  let settle!: (part: ComponentType<{ label: string }> | Error) => void;
  const load = vi.fn(
    () =>
      new Promise<ComponentType<{ label: string }>>((done, fail) => {
        settle = (part) => (part instanceof Error ? fail(part) : done(part));
      }),
  );
  return {
    Part: lazyPart(load),
    load,
    settle: (part: ComponentType<{ label: string }> | Error) => settle(part),
  };
}

const show = (part: React.ReactNode) =>
  render(
    <NextIntlClientProvider locale="de" messages={{ common }}>
      <button type="button" autoFocus onKeyDown={() => heard("page")}>
        Seite
      </button>
      {part}
      <Toasts />
    </NextIntlClientProvider>,
  );

// What shows toasts; the parts of the tests come later.
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  Object.assign(document, { execCommand: write });
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

test("what is pressed while a part is on its way reaches the part, in order, and not the page", async () => {
  const { Part, settle } = newPart();
  show(<Part label="Suche" />);
  const page = screen.getByRole("button", { name: "Seite" });
  page.focus();
  for (const key of ["ArrowDown", "é"]) {
    fireEvent.keyDown(page, { key });
    fireEvent.keyUp(page, { key });
  }
  settle(Box);
  await waitFor(() => expect(heard.mock.calls).toEqual([["ArrowDown"], ["é"]]));
  expect(write.mock.calls).toEqual([["insertText", false, "é"]]);
  fireEvent.keyDown(page, { key: "a" });
  expect(heard).toHaveBeenLastCalledWith("page");
});

test("what is pressed while a part of a part is on its way comes to it in order", async () => {
  const [outer, inner] = [newPart(), newPart()];
  show(<outer.Part label="Fläche" />);
  const page = screen.getByRole("button", { name: "Seite" });
  const type = (key: string) =>
    fireEvent.keyDown(document.activeElement ?? page, { key });
  type("a");
  outer.settle(({ label }) => (
    <section aria-label={label}>
      <inner.Part label="Suche" />
    </section>
  ));
  await screen.findByRole("region", { name: "Fläche" });
  type("b");
  inner.settle(Box);
  await screen.findByRole("textbox", { name: "Suche" });
  type("c");
  await waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
  expect(heard.mock.calls).toEqual([["a"], ["b"], ["c"]]);
});

test("Esc takes back a part that is on its way, and closes nothing that is opened meanwhile", async () => {
  const { Part, settle } = newPart();
  const onClose = vi.fn();
  show(<Part label="Suche" onClose={onClose} />);
  const page = screen.getByRole("button", { name: "Seite" });
  page.focus();
  fireEvent.keyDown(page, { key: "Escape" });
  fireEvent.keyUp(page, { key: "Escape" });
  expect(onClose).toHaveBeenCalledTimes(1);
  settle(Box);
  await screen.findByRole("textbox", { name: "Suche" });
  fireEvent.keyDown(document.activeElement!, { key: "ArrowDown" });
  await waitFor(() => expect(heard).toHaveBeenCalledWith("ArrowDown"));
  expect(heard).not.toHaveBeenCalledWith("Escape");
});

test("Esc after other keys is left to the part that they are meant for", async () => {
  const { Part, settle } = newPart();
  const onClose = vi.fn();
  show(<Part label="Suche" onClose={onClose} />);
  const page = screen.getByRole("button", { name: "Seite" });
  page.focus();
  for (const key of ["ArrowDown", "Escape"]) fireEvent.keyDown(page, { key });
  settle(Box);
  await waitFor(() => expect(heard).toHaveBeenCalledWith("Escape"));
  expect(onClose).not.toHaveBeenCalled();
});

test("whoever presses elsewhere while a part is on its way writes there, and the part can tell", async () => {
  const { Part, settle } = newPart();
  show(<Part label="Suche" />);
  const page = screen.getByRole("button", { name: "Seite" });
  page.focus();
  fireEvent.keyDown(page, { key: "a" });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.pointerDown(page);
  fireEvent.keyDown(page, { key: "b" });
  expect(heard.mock.calls).toEqual([["page"]]);
  let isElsewhere: boolean | null = null;
  settle(function Late() {
    useEffect(() => void (isElsewhere = hasGoneElsewhere()), []);
    return null;
  });
  await waitFor(() => expect(isElsewhere).toBe(true));
  await waitFor(() => expect(hasGoneElsewhere()).toBe(false));
  expect(heard).toHaveBeenCalledTimes(1);
});

test("the browser keeps its own keys while a part is on its way", () => {
  const { Part } = newPart();
  show(<Part label="Suche" />);
  const page = screen.getByRole("button", { name: "Seite" });
  expect(fireEvent.keyDown(page, { key: "r", ctrlKey: true })).toBe(true);
  expect(heard).toHaveBeenCalledWith("page");
});

test("a part that was loaded once is there at once, and is loaded once", async () => {
  const { Part, load, settle } = newPart();
  void preloadParts();
  await waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  settle(Box);
  // All that follows from it has happened by the next turn.
  await new Promise((done) => setTimeout(done));
  show(<Part label="Suche" />);
  expect(screen.getByRole("textbox", { name: "Suche" })).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

test.each(["scroll", "input"] as const)(
  "[N10] no part begins to come while the page is moved by %s, and each does once it rests",
  async (move) => {
    vi.useFakeTimers();
    try {
      const { load } = newPart();
      void preloadParts();
      for (let moves = 0; moves < 5; moves += 1) {
        fireEvent[move](document.body);
        await vi.advanceTimersByTimeAsync(STILL_MS - 1);
      }
      expect(load).not.toHaveBeenCalled();
      await vi.runAllTimersAsync();
      expect(load).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  },
);

test("a part that cannot be had says so and closes what waits, and the next time it is tried again", async () => {
  const { Part, load, settle } = newPart();
  const onClose = vi.fn();
  const { unmount } = show(<Part label="Suche" onClose={onClose} />);
  settle(new Error("offline"));
  await screen.findByText(common.notLoaded);
  expect(onClose).toHaveBeenCalledTimes(1);
  unmount();
  show(<Part label="Suche" onClose={onClose} />);
  settle(Box);
  await screen.findByRole("textbox", { name: "Suche" });
  expect(load).toHaveBeenCalledTimes(2);
});
