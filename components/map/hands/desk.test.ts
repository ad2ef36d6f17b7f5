import { expect, test, vi } from "vitest";
import type { Effect } from "../grid/grid-state";
import type { Order } from "../grid/key-intents";
import { Desk } from "./desk";
import type { Hands } from "./hands";

/** A grid on which somebody selects one thing after the other. */
function standing() {
  let state = "first";
  const store = {
    getState: () => state,
    getShape: () => "shape",
    standAt: (to: string) => {
      state = to;
    },
  };
  const desk = new Desk(
    store as unknown as ConstructorParameters<typeof Desk>[0],
  );
  return { desk, store };
}

function handsThat(did: string[]): Hands {
  return {
    orders: {
      obey: ({ type }: Order) => did.push(type),
      carry: ({ type }: Effect) => did.push(type),
    },
    structure: { addStage: () => did.push("add-stage") },
  } as unknown as Hands;
}

test("[A1] what is asked before there are hands is done in its order when they come, and once", () => {
  const { desk } = standing();
  const did: string[] = [];
  const changed = vi.fn();
  desk.subscribe(changed);
  desk.orders.obey({ type: "duplicate" });
  desk.structure.addStage(null);
  desk.orders.obey({ type: "undo" });
  expect([desk.isWaiting(), did]).toEqual([true, []]);
  desk.take(handsThat(did));
  expect([desk.isWaiting(), did]).toEqual([
    false,
    ["duplicate", "add-stage", "undo"],
  ]);
  desk.take(handsThat(did));
  expect(did).toHaveLength(3);
  expect(changed).toHaveBeenCalledTimes(4);
});

test("with hands there it is done at once, by those that are there now", () => {
  const { desk } = standing();
  const [first, second]: [string[], string[]] = [[], []];
  desk.take(handsThat(first));
  desk.orders.obey({ type: "menu" });
  expect(first).toEqual(["menu"]);
  desk.take(handsThat(second));
  desk.orders.obey({ type: "open" });
  expect([first, second]).toEqual([["menu"], ["open"]]);
});

test("where hands cannot be had nothing is done later by surprise", () => {
  const { desk } = standing();
  const did: string[] = [];
  desk.orders.obey({ type: "clear" });
  desk.giveUp();
  expect(desk.isWaiting()).toBe(false);
  desk.take(handsThat(did));
  expect(did).toEqual([]);
});

test("[A1] what is asked early is done to what was selected then, and whoever has gone on stays where they are", () => {
  const { desk, store } = standing();
  const at: string[] = [];
  desk.ask(() => at.push(store.getState()));
  store.standAt("second");
  desk.ask(() => at.push(store.getState()));
  store.standAt("third");
  desk.take(handsThat([]));
  expect(at).toEqual(["first", "second"]);
  expect(store.getState()).toBe("third");
});
