/**
 * A field is as high as its words. While somebody writes it is held at that: then the browser lays out the field alone for
 * a key, and not all boxes around it up to the map. Where its words need another line it gets one.
 */

interface Held {
  /** Of the words for which it was measured. */
  length: number;
  lines: number;
  width: number;
}

const held = new WeakMap<HTMLTextAreaElement, Held>();

/** Whether a field can size itself by its content; only then it need not be measured at every key. */
let sizesItself: boolean | undefined;

const canSizeItself = (): boolean =>
  (sizesItself ??=
    typeof CSS !== "undefined" &&
    CSS.supports?.("field-sizing", "content") === true);

const linesOf = (words: string): number => words.split("\n").length;

/** Makes the field as high as what stands in it now. */
export function fitHeight(field: HTMLTextAreaElement): void {
  const { style } = field;
  style.height = "auto";
  if (!canSizeItself()) {
    style.height = `${field.scrollHeight}px`;
    return;
  }
  style.removeProperty("contain");
  style.removeProperty("field-sizing");
  const { height, width } = getComputedStyle(field);
  // Where it is not laid out, nobody knows.
  if (!(parseFloat(height) > 0)) return void held.delete(field);
  style.height = height;
  style.setProperty("field-sizing", "fixed");
  style.contain = "size layout";
  const { length } = field.value;
  held.set(field, {
    length,
    lines: linesOf(field.value),
    width: parseFloat(width),
  });
}

/** The same after somebody wrote in it, at the price of a look where what was added found its place. */
export function keepHeight(field: HTMLTextAreaElement): void {
  const known = held.get(field);
  const { value } = field;
  const hasGrown =
    known && value.length > known.length && linesOf(value) === known.lines;
  if (!hasGrown || field.scrollHeight > field.clientHeight)
    return fitHeight(field);
  known.length = value.length;
}

/** Follows the width of a field: its lines end elsewhere where that changes. @returns what ends it. */
export function followWidth(field: HTMLTextAreaElement): () => void {
  if (typeof ResizeObserver === "undefined") return () => undefined;
  const widths = new ResizeObserver(() => {
    const known = held.get(field);
    if (!known || parseFloat(getComputedStyle(field).width) !== known.width)
      fitHeight(field);
  });
  widths.observe(field);
  return () => widths.disconnect();
}
