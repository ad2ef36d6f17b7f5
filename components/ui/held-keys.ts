import { useEffect, useEffectEvent, useRef } from "react";

/** One queue for all that is on its way: what is waited for may itself wait for a part of it, and keys have an order. */
const queue: KeyboardEvent[] = [];
let waiting = 0;
let isWanted = false;
let over: AbortController | null = null;
/** Whether somebody has gone elsewhere by hand since something is on its way. */
let hasLeft = false;
/** How what is on its way is taken back; what was asked for last comes last. */
const waysBack: (() => void)[] = [];

/**
 * Keeps keys from what is on the page while something is on its way that they are meant for, and hands them over
 * when it is there and has the focus.
 *
 * @param onCancel - takes back what is on its way. Esc asks for that; kept until later, it would close whatever was
 *   opened meanwhile.
 */
export function useHeldKeys(isWaiting: boolean, onCancel?: () => void): void {
  const hasWaited = useRef(false);
  const cancel = useEffectEvent(() => onCancel?.());
  const canCancel = onCancel !== undefined;
  useEffect(() => {
    if (!isWaiting) {
      if (hasWaited.current) isWanted = true;
      hasWaited.current = false;
      return;
    }
    hasWaited.current = true;
    waiting++;
    beginToHold();
    const back = () => cancel();
    if (canCancel) waysBack.push(back);
    return () => {
      waiting--;
      const at = waysBack.indexOf(back);
      if (at !== -1) waysBack.splice(at, 1);
      // It takes the focus in an effect or a frame of its own, which begin after this one; keys are held until then.
      requestAnimationFrame(() => requestAnimationFrame(handOver));
    };
  }, [isWaiting, canCancel]);
}

/** Whether whoever asked for what has just come is somewhere else by now; it leaves the focus to them then. */
export const hasGoneElsewhere = (): boolean => hasLeft;

/** Where somebody presses, there their next keys belong. */
function leave(): void {
  hasLeft = true;
  letGo();
}

/** Ends the holding, and gives what was held to whoever calls. */
function letGo(): KeyboardEvent[] {
  over?.abort();
  over = null;
  return queue.splice(0);
}

function beginToHold(): void {
  hasLeft = false;
  if (over) return;
  over = new AbortController();
  const hold = (event: KeyboardEvent) => {
    // Nothing is taken from the browser itself.
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const back = waysBack.at(-1);
    // What was written before belongs to what comes, which decides itself what Esc means then.
    const isBack = event.key === "Escape" && queue.every(isRelease);
    if (isBack && back && event.type === "keydown") back();
    else queue.push(event);
  };
  for (const kind of ["keydown", "keyup"] as const)
    window.addEventListener(kind, hold, {
      capture: true,
      signal: over.signal,
    });
  window.addEventListener("pointerdown", leave, {
    capture: true,
    signal: over.signal,
  });
}

const isRelease = ({ type }: KeyboardEvent) => type === "keyup";

/** Lets go of the keys: to what has come, or to nobody if all of it was given up. */
function handOver(): void {
  if (waiting > 0) return;
  const keys = letGo();
  if (isWanted) keys.forEach(press);
  isWanted = false;
  hasLeft = false;
}

function press({ type, key, code, shiftKey, altKey }: KeyboardEvent): void {
  const into = document.activeElement;
  const init = { key, code, shiftKey, altKey, bubbles: true, cancelable: true };
  const isHeard = into?.dispatchEvent(new KeyboardEvent(type, init)) === false;
  const isText =
    into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement;
  // No event that a script makes writes anything; this does, and as if it had been typed.
  if (type === "keydown" && !isHeard && isText && key.length === 1)
    document.execCommand("insertText", false, key);
}
