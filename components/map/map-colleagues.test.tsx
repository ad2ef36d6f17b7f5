import {
  act,
  cleanup,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deleteStage, setStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { must, testContext } from "@/lib/journey/testing/context";
import map from "@/lib/i18n/messages/en/map.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
const TAB = 7;
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(cleanup);

function select(element: Element): void {
  fireEvent.pointerDown(element, { button: 0 });
  fireEvent.click(element);
}

/** What a colleague does in a tab of their own. */
function elsewhere(work: (ctx: ReturnType<typeof testContext>) => void): void {
  const doc = new Y.Doc();
  doc.clientID = TAB;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.scene.doc));
  work(testContext(doc, TAB));
  act(() => Y.applyUpdate(at.scene.doc, Y.encodeStateAsUpdate(doc)));
}

/** Grace is here, or was a moment ago. */
function meetGrace(): void {
  at.scene.names.set("other", "Grace Hopper").set(TAB, "Grace Hopper");
}

describe("a colleague deletes a thing of mine", () => {
  const write = () => {
    const card = at.put("shoes");
    at.show();
    select(at.cell());
    at.key("Enter");
    act(() => at.loseCard(card));
  };

  it("[A3] the words I was writing come back to me with the name of who deleted the card", () => {
    meetGrace();
    write();
    expect(
      screen.getByText(
        "Grace Hopper deleted what you were writing. You wrote: “shoes”",
      ),
    ).toBeTruthy();
  });

  it("[A3] so do those in a card that went with its stage", () => {
    meetGrace();
    at.put("boots");
    at.show();
    select(at.cell());
    at.key("Enter");
    elsewhere((ctx) =>
      must(
        deleteStage({ ...ctx, actorId: "other" }, { stageId: at.stages[0]! }),
      ),
    );
    expect(
      screen.getByText(
        "Grace Hopper deleted what you were writing. You wrote: “boots”",
      ),
    ).toBeTruthy();
  });

  it("[A3] of whom nobody here has heard, it was someone", () => {
    write();
    expect(
      screen.getByText(/^Someone deleted what you were writing/),
    ).toBeTruthy();
  });

  it("[A3] who has an account and a part in journeys has a name without being here", () => {
    at.noorAccount = "other";
    write();
    expect(
      screen.getByText(/^Noor deleted what you were writing/),
    ).toBeTruthy();
  });

  it("[A3] what I carry leaves my hand with the name of who deleted it", () => {
    const [stageId] = at.stages;
    const { touchpointId } = must(
      addTouchpoint(at.scene.ctx, { stageId: stageId!, title: "Ad" }),
    );
    meetGrace();
    at.show();
    select(at.thing(touchpointId));
    at.key("m");
    act(() => at.scene.remove(touchpointId));
    expect(
      screen.getByText("Grace Hopper deleted what you were moving."),
    ).toBeTruthy();
  });

  it("[A6] the trash says who deleted what", async () => {
    meetGrace();
    const card = at.put("shoes");
    at.loseCard(card);
    at.show();
    fireEvent.click(screen.getByRole("button", { name: map.header.more }));
    fireEvent.click(
      await screen.findByRole("menuitem", { name: map.trash.open }),
    );
    const trash = await screen.findByRole("dialog", { name: map.trash.title });
    expect(within(trash).getByRole("listitem").textContent).toContain(
      "by Grace Hopper",
    );
  });
});

describe("undo after a colleague's change", () => {
  const recolour = () => {
    at.show();
    const [stageId] = at.stages;
    act(() => {
      must(setStage(at.scene.ctx, { stageId: stageId!, colour: "blue" }));
    });
    elsewhere((ctx) =>
      must(setStage(ctx, { stageId: stageId!, colour: "red" })),
    );
    select(at.cell());
    at.key("z", { ctrlKey: true });
    expect(at.scene.source.get().stages[0]?.colour).toBe("red");
  };

  it("[J31] [A1] is skipped with a word that names who changed it since", () => {
    meetGrace();
    recolour();
    expect(
      screen.getByText(
        "Grace Hopper has changed that since, so it was left as it is.",
      ),
    ).toBeTruthy();
  });

  it("[J31] [A1] speaks of someone else where the tab that wrote is unknown", () => {
    recolour();
    expect(
      screen.getByText(/^Someone else has changed that since/),
    ).toBeTruthy();
  });
});
