import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StakeholderChoice } from "@/components/map/editor-props";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { setCard } from "@/lib/journey/cards";
import { useBareWindow } from "../testing/panel-hands";
import { TestRoom, TestScene } from "../testing/test-room";
import { TaskFields } from "./task-fields";

beforeEach(useBareWindow);
afterEach(cleanup);

const noor = {
  id: "0198c000-0000-7000-8000-00000000aaaa",
  name: "Noor Jansen",
  kind: "person",
  colour: "green",
  archived: false,
  userId: null,
} as StakeholderChoice;

function draw(person: StakeholderChoice, canWrite = true): void {
  const room = new TestRoom();
  const cardId = room.beginCard("action");
  setCard(room.ctx, {
    cardId,
    task: { stakeholderId: person.id, status: "open", due: null },
  });
  const card = Object.values(room.source.get().cells).flat()[0]!;
  render(
    <TestScene
      room={room.room()}
      rows={{ stakeholders: [person] }}
      messages={{ touchpoint }}
    >
      <TaskFields {...{ card, canWrite }} />
    </TestScene>,
  );
}

test("[R72] [N04] whoever gives a task to somebody without an account reads how they hear of it, and is led there", () => {
  draw(noor);
  screen.getByText(/“Noor Jansen” has no account/);
  expect(
    screen.getByRole("link", { name: "personal link" }).getAttribute("href"),
  ).toBe(`/w/shoes/stakeholders/${noor.id}#personal-link`);
});

test.each([
  ["given to a member, who is told anyway", { ...noor, userId: "u1" }, true],
  ["shown to whoever may not change it", noor, false],
] as const)(
  "[R72] nothing of that is said of a task that is %s",
  (_, person, canWrite) => {
    draw(person, canWrite);
    screen.getByText("Noor Jansen");
    expect(screen.queryByText(/has no account/)).toBeNull();
  },
);
