import { cleanup as silence } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { cleanup, configure, getConfig } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { patienceMs } from "./patience";
import { useQuickStyles } from "./quick-style";

/**
 * Files of components share one process and one page, because a page and React for each took longer than the tests do.
 * This makes them strangers to each other all the same: our modules are loaded anew for every file, mocked or not, and
 * what one has left on the page, in the browser's stores, in timers or in place of what jsdom has is gone before the
 * next. Nothing here need be thought of in a test.
 */
vi.resetModules();

type Own = readonly (readonly [
  object,
  Map<string | symbol, PropertyDescriptor>,
])[];

const ownOf = (owner: object) =>
  new Map(
    Reflect.ownKeys(owner).map((key) => [
      key,
      Reflect.getOwnPropertyDescriptor(owner, key)!,
    ]),
  );

/** What stands in for what jsdom lacks is put where jsdom would have it. */
const replaceable = (): readonly object[] => [
  window,
  document,
  navigator,
  Element.prototype,
  HTMLElement.prototype,
];

/** Test runner and libraries keep what they know of the page there. */
const isKept = (key: string | symbol) =>
  typeof key === "symbol" || /^(__|_react|IS_REACT)/.test(key);

function restore(own: Own): void {
  for (const [owner, before] of own) {
    const now = ownOf(owner);
    for (const key of now.keys())
      if (!before.has(key) && !isKept(key)) Reflect.deleteProperty(owner, key);
    for (const [key, was] of before) {
      const is = now.get(key);
      const isSame =
        is &&
        is.value === was.value &&
        is.get === was.get &&
        is.set === was.set;
      if (!isSame) Reflect.defineProperty(owner, key, was);
    }
  }
}

function emptyPage(): void {
  silence();
  for (const child of Array.from(document.body.children)) {
    // React Aria makes its region for what is spoken once for all.
    const spoken = child.matches("[data-live-announcer]");
    if (!spoken) child.remove();
    else for (const log of child.children) log.replaceChildren();
  }
  for (const root of [document.documentElement, document.body])
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
  document.head.replaceChildren();
  window.history.replaceState(null, "", "/");
  localStorage.clear();
  sessionStorage.clear();
}

useQuickStyles();
// The library's own second is no longer than the one that `patience` is about.
const asyncUtilTimeout = patienceMs;
const { defaultHidden } = getConfig();
configure({ asyncUtilTimeout });
let own: Own = [];

beforeAll(() => {
  own = replaceable().map((owner) => [owner, ownOf(owner)] as const);
});
afterEach(cleanup);
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  emptyPage();
  restore(own);
  configure({ asyncUtilTimeout, defaultHidden });
});
