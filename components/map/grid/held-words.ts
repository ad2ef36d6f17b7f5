/**
 * Words that somebody else goes on writing are held as high as they are: then the browser lays out their paragraph
 * alone, and not all boxes around it with their rows, for each key of theirs. Where they need another line they get it.
 */

/** After so long without a key they stand in their row as all others do. Who thinks about a word goes on within it. */
const restMs = 60_000;

interface Hold {
  readonly place: Text;
  /** In pixels of the map at 100 %: of their box, and from the first of their lines to the last. Null until held. */
  box: { height: number; lines: number } | null;
  width: number | null;
  /** In epoch milliseconds. */
  until: number;
}

const holds = new Map<Element, Hold>();
const written = new Set<HTMLElement>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes a text to where it stands. */
export function writeText(place: Text, text: string): void {
  const words = place.parentElement;
  // The last line is empty then, and nobody can ask where it ends.
  const isOpen = text.endsWith("\n") || place.data.endsWith("\n");
  if (!words || isOpen) {
    if (words) letGo(words);
    change(place, text);
    return;
  }
  const known = holds.get(words);
  if (known?.place !== place) letGo(words);
  const hold = holds.get(words) ?? begin(words, place);
  // With the second key: most that changes a card once does so once.
  if (known === hold) hold.box ??= take(words, place);
  hold.until = Date.now() + restMs;
  timer ??= setTimeout(rest, restMs);
  change(place, text);
  if (!hold.box) return;
  if (written.size === 0) requestAnimationFrame(fit);
  written.add(words);
}

/** They stand in their row as all others do. */
export function letGo(words: Element): void {
  const hold = holds.get(words);
  if (!hold) return;
  holds.delete(words);
  if (holds.size === 0) {
    clearTimeout(timer);
    timer = undefined;
  }
  if (!hold.box || !(words instanceof HTMLElement)) return;
  widths?.unobserve(words);
  words.style.removeProperty("contain");
  words.style.removeProperty("height");
}

function begin(words: Element, place: Text): Hold {
  const hold = { place, box: null, width: null, until: 0 };
  holds.set(words, hold);
  return hold;
}

/** Whoever has not been written for a while is let go. One timer for all: to set one costs as much as to write a word. */
function rest(): void {
  timer = undefined;
  const now = Date.now();
  for (const [words, { until }] of holds) if (until <= now) letGo(words);
  const next = Math.min(...Array.from(holds.values(), ({ until }) => until));
  if (holds.size > 0) timer = setTimeout(rest, next - now);
}

/** Only the letters that are others: the browser keeps what it knows of the rest. */
function change(place: Text, text: string): void {
  const { data } = place;
  const most = Math.min(data.length, text.length);
  let from = 0;
  while (from < most && data[from] === text[from]) from += 1;
  let after = 0;
  while (
    after < most - from &&
    data[data.length - 1 - after] === text[text.length - 1 - after]
  )
    after += 1;
  const fresh = text.slice(from, text.length - after);
  place.replaceData(from, data.length - after - from, fresh);
}

/** Null where the browser has not laid them out: to ask would make it do so. */
function take(words: HTMLElement, place: Text): Hold["box"] {
  const isSeen = words.checkVisibility?.({ contentVisibilityAuto: true });
  const height = isSeen ? parseFloat(getComputedStyle(words).height) : 0;
  if (!(height > 0)) return null;
  const box = { height, lines: linesOf(words, place, height) };
  words.style.contain = "size layout";
  words.style.height = `${height}px`;
  widths ??= new ResizeObserver(noteWidths);
  widths.observe(words);
  return box;
}

/** At most once in a frame, so that what was written in it is laid out once. */
function fit(): void {
  const others = [...written].flatMap((words) => {
    const hold = holds.get(words);
    if (!hold?.box) return [];
    const { height } = hold.box;
    const lines = linesOf(words, hold.place, height);
    const more = lines - hold.box.lines;
    return Math.abs(more) < 1 ? [] : { words, hold, lines, more };
  });
  written.clear();
  for (const { words, hold, lines, more } of others) {
    const height = hold.box!.height + more;
    hold.box = { height, lines };
    words.style.height = `${height}px`;
  }
}

/** One for all: the browser asks each that there is with every word that is written anywhere. */
let range: Range | undefined;

function linesOf(words: Element, place: Text, height: number): number {
  range ??= document.createRange();
  range.selectNode(place);
  const zoom = words.getBoundingClientRect().height / height;
  return range.getBoundingClientRect().height / zoom;
}

/** What is wider or narrower has its lines elsewhere. */
let widths: ResizeObserver | undefined;

function noteWidths(entries: readonly ResizeObserverEntry[]): void {
  for (const { target, contentRect } of entries) {
    const hold = holds.get(target);
    if (!hold) continue;
    hold.width ??= contentRect.width;
    if (hold.width !== contentRect.width) letGo(target);
  }
}
