import { act, cleanup, render, screen } from "@testing-library/react";
import { useEffect, useRef, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { useFocusKept } from "./keep-focus";

afterEach(cleanup);
let set: (names: readonly string[], off?: string) => void;

function Part({ first }: { readonly first: readonly string[] }) {
  const part = useRef<HTMLElement>(null);
  const [shown, show] = useState({ names: first, off: "" });
  useFocusKept(part);
  useEffect(() => {
    set = (names, off = "") => show({ names, off });
  }, []);
  return (
    <section ref={part} aria-label="part" tabIndex={-1}>
      {shown.names.map((name) => (
        <button key={name} type="button" disabled={name === shown.off}>
          {name}
        </button>
      ))}
    </section>
  );
}

/** A part within something that can take the focus, as in a dialog. */
function Inner() {
  const part = useRef<HTMLDivElement>(null);
  useFocusKept(part);
  return (
    <div ref={part}>
      <button type="button">field</button>
    </div>
  );
}

const focus = (name: string) =>
  act(() => screen.getByRole("button", { name }).focus());
/** What watches a part hears of a change once it is made. */
const change = (names: readonly string[], off?: string) =>
  act(async () => set(names, off));
const focused = () => document.activeElement;

test("[A8] what is removed under the focus hands it to what comes next, to the last, and in the end to the part", async () => {
  render(<Part first={["a", "b", "c"]} />);
  focus("b");
  await change(["a", "c"]);
  expect(focused()?.textContent).toBe("c");
  await change(["a"]);
  expect(focused()?.textContent).toBe("a");
  await change([]);
  expect(focused()).toBe(screen.getByRole("region"));
});

test("[A8] a button that can do no more hands it to the part, where the same key does nothing else", async () => {
  render(<Part first={["undo", "redo"]} />);
  focus("undo");
  await change(["undo", "redo"], "undo");
  expect(focused()).toBe(screen.getByRole("region"));
});

test("[A8] what colleagues remove takes nobody's focus along who is elsewhere", async () => {
  render(
    <>
      <Part first={["a", "b"]} />
      <input aria-label="elsewhere" />
    </>,
  );
  focus("a");
  act(() => screen.getByRole("textbox").focus());
  await change(["b"]);
  expect(focused()).toBe(screen.getByRole("textbox"));
  focus("b");
  await act(async () => screen.getByRole("button").blur());
  await change([]);
  expect(focused()).toBe(document.body);
});

test("[A8] whoever comes back to a part from elsewhere is where they went, and not where they were", async () => {
  render(
    <>
      <section aria-label="panel" tabIndex={-1}>
        <Inner />
      </section>
      <input aria-label="elsewhere" />
    </>,
  );
  const panel = screen.getByRole("region");
  act(() => screen.getByRole("button").focus());
  act(() => screen.getByRole("textbox").focus());
  act(() => panel.focus());
  expect(focused()).toBe(panel);
});
