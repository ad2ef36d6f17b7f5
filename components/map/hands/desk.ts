import type { GridStore } from "../grid/grid-store";
import type { Orders } from "../grid/use-orders";
import type { Structure } from "../grid/use-structure";
import type { Hands } from "./hands";

type Work = (hands: Hands) => void;
type Standing = Pick<GridStore, "getState" | "getShape" | "standAt">;

/** Work, and where on the map whoever asked for it stood. */
interface Asked {
  readonly work: Work;
  readonly state: ReturnType<Standing["getState"]>;
  readonly shape: ReturnType<Standing["getShape"]>;
}

/**
 * Where work for the hands is handed in. What comes before they are there waits, and is done in its order and to what
 * was selected when it was asked for; orders and structure stay the same objects all the time.
 */
export class Desk {
  private hands: Hands | null = null;
  private waiting: Asked[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: Standing) {}

  readonly orders: Orders = {
    obey: (order) => this.ask(({ orders }) => orders.obey(order)),
    carry: (effect) => this.ask(({ orders }) => orders.carry(effect)),
  };

  readonly structure: Structure = {
    addStage: (...args) =>
      this.ask(({ structure }) => structure.addStage(...args)),
    addTouchpoint: (...args) =>
      this.ask(({ structure }) => structure.addTouchpoint(...args)),
    duplicate: (...args) =>
      this.ask(({ structure }) => structure.duplicate(...args)),
    remove: (...args) => this.ask(({ structure }) => structure.remove(...args)),
    move: (...args) => this.ask(({ structure }) => structure.move(...args)),
    moveAll: (...args) =>
      this.ask(({ structure }) => structure.moveAll(...args)),
    removeAll: (...args) =>
      this.ask(({ structure }) => structure.removeAll(...args)),
  };

  /** The hands, if they are there. */
  readonly now = (): Hands | null => this.hands;

  /** Has something done, at once or as soon as there are hands. */
  readonly ask = (work: Work): void => {
    if (this.hands) return work(this.hands);
    const { store } = this;
    this.waiting.push({
      work,
      state: store.getState(),
      shape: store.getShape(),
    });
    this.notify();
  };

  readonly isWaiting = (): boolean => this.waiting.length > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The hands have come, are others by now, or are gone. */
  readonly take = (hands: Hands | null): void => {
    this.hands = hands;
    if (!hands || this.waiting.length === 0) return;
    for (const asked of this.waiting.splice(0)) this.do(asked, hands);
    this.notify();
  };

  /** The hands cannot be had: what waits is dropped, and whoever asked is told by whoever knows why. */
  readonly giveUp = (): void => {
    this.waiting = [];
    this.notify();
  };

  private do({ work, state, shape }: Asked, hands: Hands): void {
    const { store } = this;
    const [now, here] = [store.getState(), store.getShape()];
    if (now === state) return work(hands);
    store.standAt(state, shape);
    work(hands);
    // Whoever has gone on meanwhile stays where they are.
    store.standAt(now, here);
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
