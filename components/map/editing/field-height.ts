/**
 * A field is as high as its words. While somebody writes it is held at that: then the browser lays out the field alone for
 * a key, and not all boxes around it up to the map. Where its words need another line it gets one.
 */

interface Measured {
  words: string;
  width: number;
}

const measured = new WeakMap<HTMLTextAreaElement, Measured>();
/** Those whose words decide how wide they are as well; the browser sizes them, as it does where nobody writes. */
const free = new WeakSet<HTMLTextAreaElement>();

/** Whether a field can size itself by its content; only then it need not be measured at every key. */
let sizesItself: boolean | undefined;

const canSizeItself = (): boolean =>
  (sizesItself ??=
    typeof CSS !== "undefined" &&
    CSS.supports?.("field-sizing", "content") === true);

const widthOf = (field: HTMLTextAreaElement): number =>
  parseFloat(getComputedStyle(field).width);

function letGo({ style }: HTMLTextAreaElement): void {
  style.removeProperty("height");
  style.removeProperty("contain");
  style.removeProperty("field-sizing");
}

/** Makes the field as high as what stands in it now. */
export function fitHeight(field: HTMLTextAreaElement): void {
  const { style } = field;
  if (free.has(field)) return;
  if (!canSizeItself()) {
    style.height = "auto";
    style.height = `${field.scrollHeight}px`;
    measured.set(field, { words: field.value, width: widthOf(field) });
    return;
  }
  letGo(field);
  measured.delete(field);
  const { height } = getComputedStyle(field);
  const width = widthOf(field);
  // Where it is not laid out, nobody knows.
  if (!(parseFloat(height) > 0)) return;
  style.height = height;
  style.setProperty("field-sizing", "fixed");
  style.contain = "size layout";
  if (widthOf(field) === width)
    return void measured.set(field, { words: field.value, width });
  letGo(field);
  free.add(field);
}

/** Whether only something was put in; whatever was taken away may leave fewer lines. */
function isAddedTo(before: string, now: string): boolean {
  const added = now.length - before.length;
  if (added <= 0) return false;
  let same = 0;
  while (same < before.length && before[same] === now[same]) same += 1;
  return before.slice(same) === now.slice(same + added);
}

/** Browsers tell how much does not fit in whole pixels. */
const ROUNDED_PX = 1;

/**
 * Makes a held field higher by the lines that its words need more: to let it go and hold it again would lay out all around
 * it twice. @returns false where they are not so many lines as all the others, as with signs of another script.
 */
function addLines(field: HTMLTextAreaElement, more: number): boolean {
  const line = parseFloat(getComputedStyle(field).lineHeight);
  const lines = Math.round(more / line);
  // Where it tells nothing of lines this is not so either.
  if (!(lines > 0 && Math.abs(more - lines * line) <= ROUNDED_PX)) return false;
  field.style.height = `${parseFloat(field.style.height) + lines * line}px`;
  return true;
}

/** The same after somebody wrote in it, at the price of a look where what was added found its place. */
export function keepHeight(field: HTMLTextAreaElement): void {
  const known = measured.get(field);
  const { value } = field;
  const isMore = canSizeItself() && known && isAddedTo(known.words, value);
  const more = isMore ? field.scrollHeight - field.clientHeight : 0;
  if (isMore && (more <= 0 || addLines(field, more))) known.words = value;
  else fitHeight(field);
}

/**
 * Follows what changes where the lines of a field end without a key: its width, the zoom of the page, letters that come
 * late. @returns what ends it.
 */
export function followWidth(field: HTMLTextAreaElement): () => void {
  let isOver = false;
  let frame = 0;
  const refit = () => {
    cancelAnimationFrame(frame);
    // A height that is changed while sizes are told would be told in the same breath.
    frame = requestAnimationFrame(() => isOver || fitHeight(field));
  };
  const widths =
    typeof ResizeObserver === "undefined"
      ? null
      : new ResizeObserver(() => {
          const known = measured.get(field);
          if (known && widthOf(field) !== known.width) refit();
        });
  widths?.observe(field);
  window.addEventListener("resize", refit);
  if (document.fonts?.status === "loading")
    void document.fonts.ready.then(refit);
  return () => {
    isOver = true;
    widths?.disconnect();
    window.removeEventListener("resize", refit);
  };
}
