import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Desk } from "../hands/desk";
import type { Hands } from "../hands/hands";
import type { GridStore } from "./grid-store";
import { useGridPointer } from "./use-grid-pointer";

vi.mock("../editor-ui", () => ({ useEditorUi: () => ({}) }));
vi.mock("./shape", () => ({ cellOf: () => ({}), cellName: () => "cell" }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const store = {
  getState: () => ({ picks: [] }),
  getShape: () => null,
  standAt: () => undefined,
} as unknown as GridStore;

function Cell({ desk }: { readonly desk: Desk }) {
  const handlers = useGridPointer(store, desk);
  return (
    <div data-cell="cell" data-row="row" data-leaf="leaf" {...handlers}>
      <button type="button" data-act="attach" aria-label="Attach" />
    </div>
  );
}

it("[A7] files are asked for in the click itself, and put down as soon as there are hands", () => {
  const desk = new Desk(store);
  const file = new File(["abc"], "chat.png");
  const choose = vi
    .spyOn(HTMLInputElement.prototype, "click")
    .mockImplementation(function (this: HTMLInputElement) {
      Object.defineProperty(this, "files", { value: [file] });
      this.dispatchEvent(new Event("change"));
    });
  render(<Cell desk={desk} />);
  fireEvent.click(screen.getByRole("button"));
  expect(choose).toHaveBeenCalledOnce();
  const attach = vi.fn();
  desk.take({ attach } as unknown as Hands);
  expect(attach).toHaveBeenCalledWith([file]);
});
