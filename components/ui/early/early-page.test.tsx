import { screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useEffect, useState } from "react";
import { Form } from "react-aria-components";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import { Button } from "../button";
import { Checkbox } from "../checkbox";
import { TextField } from "../text-field";
import { startEarlyPage } from "./early-page";
import { useEarlyPage } from "./use-early-page";

let user: UserEvent;
const seen = vi.fn<(what: unknown) => void>();
let root: Root | null = null;

/** Saves when it is left. */
function Title() {
  const [title, setTitle] = useState("Old");
  return (
    <TextField
      label="Title"
      value={title}
      onChange={setTitle}
      onBlur={() => seen(`title: ${title}`)}
    />
  );
}

function Entry() {
  const [email, setEmail] = useState("");
  const [note, setNote] = useState("");
  const [isKept, setIsKept] = useState(false);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        seen({ email, note, isKept });
      }}
    >
      <TextField label="Email" value={email} onChange={setEmail} autoFocus />
      <TextField label="Note" value={note} onChange={setNote} />
      <Checkbox isSelected={isKept} onChange={setIsKept}>
        Keep me
      </Checkbox>
      <Button type="submit">Go</Button>
      <Button onPress={() => seen("pressed")}>Press</Button>
      <Button onPress={() => seen("other")}>Other</Button>
    </Form>
  );
}

function Page({ onAnswer }: { readonly onAnswer?: () => void }) {
  useEarlyPage();
  // What was written is taken in one task, and what was pressed done in the next.
  useEffect(() => {
    if (onAnswer) setTimeout(() => setTimeout(onAnswer, 0), 0);
  }, [onAnswer]);
  return (
    <NextIntlClientProvider locale="en" messages={{ common }}>
      <Entry />
      <Title />
      <form method="post" action="/taken" aria-label="Plain">
        <label>
          <input type="radio" name="face" value="1" />
          Happy
        </label>
        <button>Send</button>
      </form>
      <a href="#there">There</a>
    </NextIntlClientProvider>
  );
}

let place: HTMLElement;
const field = (name: string) =>
  screen.getByRole<HTMLInputElement>("textbox", { name });
const button = (name: string) => screen.getByRole("button", { name });
/** The page's scripts have come, and are done as in a browser: nobody waits for them by `act`. */
const awake = async () => {
  const isDone = vi.fn<() => void>();
  root = hydrateRoot(place, <Page onAnswer={isDone} />);
  await vi.waitFor(() => expect(isDone).toHaveBeenCalled());
};

const isActing = (is: boolean) => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: is });
};

beforeEach(() => {
  isActing(false);
  user = userEvent.setup({ delay: null });
  place = document.createElement("div");
  document.body.append(place);
  place.innerHTML = renderToString(<Page />);
  startEarlyPage();
});
afterEach(() => {
  root?.unmount();
  root = null;
  isActing(true);
  globalThis.waymarkEarlyPage?.answer();
  globalThis.waymarkEarlyPage = undefined;
  document.body.replaceChildren();
  seen.mockClear();
});

it("[N10] sends what was written before the page's scripts had come, as it was written, and once however often it was pressed", async () => {
  await user.type(field("Email"), "ada@example.org");
  await user.type(field("Note"), "Hello");
  await user.click(screen.getByRole("checkbox", { name: "Keep me" }));
  await user.click(button("Go"));
  await user.click(button("Go"));
  expect(seen).not.toHaveBeenCalled();
  await awake();
  await vi.waitFor(() =>
    expect(seen.mock.calls).toEqual([
      [{ email: "ada@example.org", note: "Hello", isKept: true }],
    ]),
  );
});

it("[N10] sends by Enter too, counts an impatient press on a box once, and does what was pressed in the order of the last presses", async () => {
  await user.click(button("Press"));
  await user.click(button("Other"));
  await user.click(screen.getByText("Keep me"));
  await user.click(screen.getByText("Keep me"));
  await user.click(button("Press"));
  await user.type(field("Note"), "Hello{Enter}");
  expect(seen).not.toHaveBeenCalled();
  await awake();
  await vi.waitFor(() =>
    expect(seen.mock.calls).toEqual([
      ["other"],
      ["pressed"],
      [{ email: "", note: "Hello", isKept: true }],
    ]),
  );
});

it("[N10] saves what was written and left, and what was emptied, where leaving saves", async () => {
  await user.clear(field("Title"));
  await user.tab();
  await awake();
  expect(seen.mock.calls).toEqual([["title: "]]);
  expect(field("Title").value).toBe("");
});

it("[N10] does a press once that began before the page could answer and ended after", async () => {
  await user.pointer({ keys: "[MouseLeft>]", target: button("Press") });
  await awake();
  await user.pointer({ keys: "[/MouseLeft]", target: button("Press") });
  await vi.waitFor(() => expect(seen).toHaveBeenCalled());
  await user.click(button("Press"));
  expect(seen.mock.calls).toEqual([["pressed"], ["pressed"]]);
});

it("[N10] takes nothing that is pressed on the page that the framework puts up when it cannot begin", async () => {
  document.documentElement.id = "__next_error__";
  const reload = vi.fn<() => void>();
  button("Press").addEventListener("click", reload);
  await user.click(button("Press"));
  document.documentElement.removeAttribute("id");
  expect(reload).toHaveBeenCalledOnce();
});

it("[N10] leaves the focus and the caret with whoever is writing, although the page would begin elsewhere", async () => {
  await user.type(field("Note"), "Hello{ArrowLeft}{ArrowLeft}{ArrowLeft}");
  await awake();
  expect(document.activeElement).toBe(field("Note"));
  expect(field("Note").selectionStart).toBe(2);
  expect(field("Note").value).toBe("Hello");
});

it("[N10] begins where the page says for whoever did nothing yet", async () => {
  await awake();
  expect(document.activeElement).toBe(field("Email"));
});

it("[N10] takes what the browser filled in by itself and said nothing of", async () => {
  field("Email").value = "ada@example.org";
  await awake();
  await user.click(button("Go"));
  expect(seen).toHaveBeenCalledWith(
    expect.objectContaining({ email: "ada@example.org" }),
  );
});

it("lets links go their way, and forms that the server takes by itself", async () => {
  await user.click(screen.getByRole("link", { name: "There" }));
  expect(window.location.hash).toBe("#there");
  const sends = vi.fn<(event: Event) => void>((event) =>
    event.preventDefault(),
  );
  screen.getByRole("form", { name: "Plain" }).addEventListener("submit", sends);
  await user.click(screen.getByText("Happy"));
  expect(screen.getByRole<HTMLInputElement>("radio").checked).toBe(true);
  await user.click(button("Send"));
  expect(sends).toHaveBeenCalledOnce();
});
