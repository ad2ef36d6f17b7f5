import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import common from "@/lib/i18n/messages/en/common.json";
import present from "@/lib/i18n/messages/en/present.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { blankOf, sheetsOf } from "./blank-plan";
import { BlankDialog } from "./blank-dialog";

completeJsdom();
afterEach(cleanup);

describe("a canvas to be filled in by hand", () => {
  let room: TestRoom;
  beforeEach(() => {
    room = new TestRoom();
    room.beginCard("pain");
    window.print = vi.fn();
    window.matchMedia = (() => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })) as never;
  });

  it("[N16] [R13] has the stages, touchpoints and lanes of a map and none of its words, on the chosen paper", async () => {
    const plan = blankOf(room.source.get());
    render(
      <TestScene room={room.room()} messages={{ common, present }}>
        <BlankDialog plan={plan} onClose={() => undefined} />
      </TestScene>,
    );
    fireEvent.click(screen.getByRole("button", { name: /^A3/ }));
    const option = screen
      .getAllByText("A0, landscape")
      .find((one) => one.closest("[role=option]"));
    fireEvent.click(option!);
    fireEvent.click(screen.getByRole("button", { name: "Print" }));
    await vi.waitFor(() => expect(window.print).toHaveBeenCalledOnce());
    const sheet = document.querySelector("[data-print-sheet=blank]")!;
    for (const words of ["Buy", "Checkout", "Lane", "1189mm 841mm"])
      expect(sheet.textContent).toContain(words);
    expect(sheet.textContent).not.toContain("Too slow");
  });
});

it("[N16] many lanes go over sheets alike, each once and in order, with room to write", () => {
  const lanes = Array.from({ length: 25 }, (_, at) => ({
    kind: at === 3 ? "touchpoint" : "text",
    at,
  }));
  const sheets = sheetsOf(lanes);
  expect(sheets.map(({ length }) => length)).toEqual([8, 8, 8]);
  expect(sheets.flat()).toEqual(lanes.filter(({ at }) => at !== 3));
  expect(sheetsOf([])).toEqual([[]]);
});
