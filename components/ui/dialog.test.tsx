import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { Dialog } from "./dialog";
import { Select } from "./select";

completeJsdom();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const options = ["low", "tall"].map((id) => ({ id, label: id }));

function Settings() {
  const [height, setHeight] = useState("low");
  return (
    <Dialog title="Settings" isOpen onOpenChange={() => undefined}>
      <Select
        label="Height"
        value={height}
        options={options}
        onChange={setHeight}
      />
    </Dialog>
  );
}

const focused = () => document.activeElement!;
const press = (key: string) => {
  fireEvent.keyDown(focused(), { key });
  fireEvent.keyUp(focused(), { key });
};
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** When React Aria's dialogs take the focus from the page once more, after they opened. */
const DIALOG_LOOKS_AGAIN_MS = 500;

test("[A8] a list that closes just when its dialog looks for the focus gives it back to its field", async () => {
  const opened = Date.now();
  render(
    <NextIntlClientProvider locale="en" messages={{ common }}>
      <Settings />
    </NextIntlClientProvider>,
  );
  const field = screen.getByRole("button", { name: /Height/ });
  act(() => field.focus());
  press("Enter");
  await pass(opened + DIALOG_LOOKS_AGAIN_MS - 1 - Date.now());
  press("ArrowDown");
  press("Enter");
  expect(focused()).toBe(document.body);
  await pass(1);
  expect(focused()).toBe(field);
  expect(field.textContent).toContain("tall");
});
