import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import common from "@/lib/i18n/messages/en/common.json";
import map from "@/lib/i18n/messages/en/map.json";
import { addStage, setStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { replaceText, textOf } from "@/lib/journey/texts";
import { completeJsdom } from "@/test/jsdom-browser";
import { ReadTable } from "./read-table";

completeJsdom();
afterEach(cleanup);

test("[R06] [A8] what happens in a stage stands on a map that is only read, where a finger and a screen reader find it", () => {
  const room = new TestRoom();
  const { stageId } = must(addStage(room.ctx, { title: "Buy" }));
  const ref = { kind: "stage", id: stageId, field: "description" } as const;
  must(setStage(room.ctx, { stageId, colour: "red" }));
  replaceText(textOf(room.doc, ref)!, "They compare and pay.", null);
  render(
    <TestScene room={room.room()} messages={{ common, map }}>
      <ReadTable map={room.source.get()} />
    </TestScene>,
  );
  const heading = screen.getByRole("columnheader", { name: /^Buy/ });
  expect(heading.textContent).toBe("BuyThey compare and pay.");
  expect(heading.title).toBe("");
});
