import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import guide from "@/lib/i18n/messages/en/guide.json";
import type { EvidenceGroup } from "@/lib/insight/evidence-of";
import { nothingSummed } from "@/lib/insight/evidence-sums";
import { setEmotion } from "@/lib/journey/emotions";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { completeJsdom } from "@/test/jsdom-browser";
import { EditorUiContext, type EditorUi } from "../editor-ui";
import { EvidenceProvider } from "../emotion/evidence-provider";
import { Coverage } from "./coverage";

completeJsdom();
beforeEach(useBareWindow);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const openRecord = vi.fn();
const gone = "0198c000-0000-7000-8000-00000000dead";

/** Forty answers about everybody at a touchpoint. */
const measured = (touchpointId: string, newest: string): EvidenceGroup => ({
  ...nothingSummed,
  touchpointId,
  personaId: null,
  hard: 1,
  valued: 1,
  valuedHard: 1,
  weight: 40,
  total: 80,
  squares: 160,
  newest,
});

function draw(withEvidence = true, staleMonths = 12) {
  const room = new TestRoom();
  const { touchpointId: first, personaId } = room.begin();
  const { id: stageId } = room.source.get().stages[0]!;
  const add = (title: string) =>
    must(addTouchpoint(room.ctx, { stageId, title })).touchpointId;
  const [old, believed] = [add("Pay"), add("Wait")];
  if (withEvidence)
    for (const touchpointId of [first, believed])
      setEmotion(room.ctx, { touchpointId, personaId, value: 1 });
  const today = new Date().toISOString().slice(0, 10);
  const groups = [
    measured(first, today),
    measured(old, "2020-01-01"),
    { ...nothingSummed, touchpointId: gone, personaId: null, soft: 2 },
  ];
  render(
    <TestScene
      room={room.room()}
      messages={{ common, emotion, errors, evidence, guide }}
    >
      <EditorUiContext value={{ openRecord } as unknown as EditorUi}>
        <EvidenceProvider
          groups={withEvidence ? groups : []}
          staleMonths={staleMonths}
        >
          <Coverage />
        </EvidenceProvider>
      </EditorUiContext>
    </TestScene>,
  );
  return { old, believed };
}

const under = (heading: string) => screen.getByText(heading).parentElement;

test("[N03] [R61] how many feelings rest on evidence is said, and which are old or only assumed leads to them", () => {
  const { old, believed } = draw();
  screen.getByText(
    "2 of 3 touchpoints with a feeling rest on evidence: 2 measured, 0 said.",
  );
  expect(under("Evidence older than 12 months")?.textContent).toContain("Pay");
  expect(under("Only assumed")?.textContent).toBe("Only assumedWait");
  fireEvent.click(screen.getByRole("button", { name: "Pay" }));
  expect(openRecord).toHaveBeenCalledWith({ kind: "touchpoint", id: old });
  fireEvent.click(screen.getByRole("button", { name: "Wait" }));
  const id = believed;
  expect(openRecord).toHaveBeenCalledWith({ kind: "touchpoint", id });
});

test("[N03] from which age on evidence is old the team decides", () => {
  draw(true, 120);
  screen.getByText(/No evidence is older than 120 months\.$/);
  expect(screen.queryByText(/^Evidence older/)).toBeNull();
});

test("[N03] evidence about a touchpoint that is gone can be moved to one that is there", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (url: string, init: { body: string }) => {
    asked.push([url, JSON.parse(init.body)]);
    return Response.json({ moved: 2 });
  });
  const { old } = draw();
  screen.getByText("Removed touchpoint: 0 measured, 2 said");
  const move = () =>
    screen.getByRole<HTMLButtonElement>("button", { name: "Move" });
  expect(move().disabled).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: /Move to/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Pay" }));
  fireEvent.click(move());
  await screen.findByText("2 pieces of evidence were moved.");
  expect(asked).toEqual([
    [expect.stringContaining("/evidence/move"), { from: gone, to: old }],
  ]);
});

test("where nobody said how anything feels, nothing is claimed", () => {
  draw(false);
  screen.getByText("Nobody has said yet how the touchpoints feel.");
});
