import type { TipSide } from "./tooltip";

/** A tooltip that is shown, and beside what. */
export interface Tip {
  readonly element: HTMLElement;
  readonly text: string;
  readonly keys: string | null;
  readonly side: TipSide;
}

/** The name of the one element that shows tooltips. */
export const TIP_ID = "tooltip";

const OPEN_MS = 500;
const CLOSE_MS = 80;
const SIDES: readonly TipSide[] = ["top", "bottom", "left", "right"];

function tipOn(element: HTMLElement): Tip {
  const { tip = "", tipKeys = null, tipSide } = element.dataset;
  const side = SIDES.find((known) => known === tipSide) ?? "bottom";
  return { element, text: tip, keys: tipKeys, side };
}

const ownerOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;

/**
 * Follows pointer and focus over the page and tells which tooltip is due: after a moment under a pointer, at once
 * where another was shown just now and where the keyboard arrives. It stays while the pointer is over it, and goes on
 * Esc, on a press, on scrolling, and when both are gone (WCAG 1.4.13).
 *
 * @returns what ends it.
 */
export function watchTips(show: (tip: Tip | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let next: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goneAt = -Infinity;

  const describe = (element: HTMLElement, isOn: boolean) => {
    const others = (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id !== "" && id !== TIP_ID);
    const ids = isOn ? [...others, TIP_ID] : others;
    if (ids.length > 0) element.setAttribute("aria-describedby", ids.join(" "));
    else element.removeAttribute("aria-describedby");
  };
  const close = () => {
    clearTimeout(timer);
    next = null;
    if (!shown) return;
    describe(shown, false);
    shown = null;
    goneAt = performance.now();
    show(null);
  };
  const open = (element: HTMLElement) => {
    close();
    if (!element.isConnected) return;
    shown = element;
    const tip = tipOn(element);
    // Words that are its name already need not be said twice.
    if (element.getAttribute("aria-label") !== tip.text)
      describe(element, true);
    show(tip);
  };
  const later = (element: HTMLElement | null) => {
    clearTimeout(timer);
    next = element;
    if (element === null) timer = setTimeout(close, CLOSE_MS);
    else {
      const isWarm = shown !== null || performance.now() - goneAt < OPEN_MS;
      timer = setTimeout(() => open(element), isWarm ? 0 : OPEN_MS);
    }
  };

  const handlePointerOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch") return;
    if (target instanceof Element && target.closest(`#${TIP_ID}`))
      return clearTimeout(timer);
    const owner = ownerOf(target);
    if (owner !== null && owner === shown) return clearTimeout(timer);
    if (owner === next && (owner !== null || shown === null)) return;
    later(owner);
  };
  const handleFocusIn = ({ target }: FocusEvent) => {
    const owner = ownerOf(target);
    if (owner && owner === target && owner.matches(":focus-visible"))
      open(owner);
    else if (shown) close();
  };
  const over = new AbortController();
  const on = { signal: over.signal, capture: true, passive: true };
  document.addEventListener("pointerover", handlePointerOver, on);
  document.addEventListener("focusin", handleFocusIn, on);
  for (const name of ["focusout", "pointerdown", "keydown", "scroll"] as const)
    document.addEventListener(name, close, on);
  document.documentElement.addEventListener("pointerleave", () => later(null), {
    signal: over.signal,
  });
  return () => {
    over.abort();
    close();
  };
}
