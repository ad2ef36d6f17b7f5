import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";

/** What jsdom has no idea of and the panel asks for. */
export function useBareWindow(): void {
  localStorage.clear();
  // What is known and said is asked of the server, and has tests of its own.
  localStorage.setItem("waymark:panel:evidence", "closed");
  localStorage.setItem("waymark:panel:comments", "closed");
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  Element.prototype.scrollIntoView = () => undefined;
}

/** Opens a section of the panel if it is closed. */
export function open(section: string) {
  const button = screen.getByRole("button", {
    name: new RegExp(`^${section}`),
  });
  if (button.getAttribute("aria-expanded") === "false") fireEvent.click(button);
}

/** Writes into a field as somebody does who has come to it. */
export function type(name: string, value: string) {
  const field = screen.getByRole<HTMLInputElement>("textbox", { name });
  field.focus();
  fireEvent.input(field, { target: { value } });
  return field;
}

/** The server's next answers. */
export function answer(body: unknown, status = 201) {
  const fetched = vi.fn(
    async (_url: string, _init?: RequestInit) =>
      new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

/** Finds something by typing and chooses it. */
export async function pick(name: string, typed: string, option: string) {
  const box = screen.getByRole("combobox", { name });
  act(() => box.focus());
  fireEvent.change(box, { target: { value: typed } });
  const found = await screen.findByRole("option", { name: option });
  fireEvent.click(found);
  // It closes and is ready for the next one.
  await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
  expect(screen.getByRole<HTMLInputElement>("combobox", { name }).value).toBe(
    "",
  );
}
