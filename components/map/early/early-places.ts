import type { EarlyText } from "./early";

/** A cell of the map as it was sent, and the card in it. */
export interface Spot {
  readonly cell: HTMLElement;
  readonly card: HTMLElement | null;
}

interface Laid extends EarlyText {
  readonly box: HTMLElement;
}

export type EarlyPlaces = ReturnType<typeof earlyPlaces>;

/**
 * Where things stand on a map as the server drew it, how the arrows go from one to the next, and which keys write.
 *
 * Sent as text like `startEarly`, so it names nothing outside of itself either.
 */
export function earlyPlaces() {
  /** The column from which up and down go, which a wide cell does not change. */
  let column = 0;

  const find = (name: string, value: string) =>
    document.querySelector<HTMLElement>(
      `[role=grid] [data-${name}="${CSS.escape(value)}"]`,
    );
  const cellAt = ({ row, leaf }: Pick<EarlyText, "row" | "leaf">) =>
    document.querySelector<HTMLElement>(
      `[role=grid] [data-row="${CSS.escape(row)}"][data-leaf="${CSS.escape(leaf)}"]`,
    );

  /** The cell and card under an event; null where something inside a cell has uses of its own for it. */
  const spotOf = (target: EventTarget | null): Spot | null => {
    if (!(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>("[role=grid] [data-cell]");
    const isOwn = target.closest(
      "a,button,input,textarea,[data-act],[data-resize],[data-view],[role=slider]",
    );
    return cell && !isOwn
      ? { cell, card: target.closest<HTMLElement>("[data-card]") }
      : null;
  };
  const isForCards = (cell: Element) => cell.matches(".map-cell");
  const cardsIn = (cell: Element) => [
    ...cell.querySelectorAll<HTMLElement>("[data-card]"),
  ];
  const wordsOf = (card: Element | null) =>
    card?.querySelector("[data-words]")?.textContent ?? "";

  const goTo = (element: HTMLElement | null | undefined) => {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const firstOf = (cell: Element) =>
    Number(cell.getAttribute("aria-colindex") ?? 0);
  const beside = (cell: Element, by: 1 | -1): HTMLElement | null => {
    const next = by > 0 ? cell.nextElementSibling : cell.previousElementSibling;
    if (!next) return null;
    return next.matches("[data-cell]")
      ? (next as HTMLElement)
      : beside(next, by);
  };
  /** The cell of the row above or below that covers the column. */
  const across = (cell: Element, by: 1 | -1): HTMLElement | null => {
    const rows = [...document.querySelectorAll("[role=grid] [role=row]")];
    const row = rows[rows.findIndex((one) => one.contains(cell)) + by];
    const cells = row
      ? [...row.querySelectorAll<HTMLElement>("[data-cell]")]
      : [];
    return cells.findLast((one) => firstOf(one) <= column) ?? cells[0] ?? null;
  };
  const move = ({ cell, card }: Spot, key: string) => {
    const by = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
    if (card) {
      const cards = cardsIn(cell);
      return goTo(cards[cards.indexOf(card) + by]);
    }
    if (key === "ArrowUp" || key === "ArrowDown") return goTo(across(cell, by));
    const next = beside(cell, by);
    if (next) column = firstOf(next);
    goTo(next);
  };
  /** To the next card of the cell, else to the cell below. */
  const goDown = ({ cell, card }: Spot) => {
    const cards = cardsIn(cell);
    goTo((card && cards[cards.indexOf(card) + 1]) ?? across(cell, 1) ?? cell);
  };

  const isMac = /Mac|iP/.test(navigator.platform);
  /** Whether a key writes; AltGr and a Mac's option key do. */
  const writes = (event: KeyboardEvent, singleKeys: boolean) => {
    const { key, code, shiftKey, altKey, ctrlKey, metaKey } = event;
    const isGraph = event.getModifierState("AltGraph");
    const isOption = isMac && altKey && !ctrlKey;
    if (metaKey || ((ctrlKey || altKey) && !isGraph && !isOption)) return false;
    const isZoom = shiftKey && /^Digit[012]$/.test(code);
    if (isZoom && singleKeys && !"\"'„“”«".includes(key)) return false;
    if (key === " ") return false;
    return key === "Dead" || key === "Process" || [...key].length === 1;
  };

  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return [...bytes]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  const plain = ({ row, leaf, card, isNew, base, text }: EarlyText) => ({
    row,
    leaf,
    card,
    isNew,
    base,
    text,
  });
  const rowsInFocus = () => {
    const at = document.activeElement;
    const cell = at?.closest<HTMLElement>("[role=grid] [data-cell]");
    return cell?.dataset.row ? [cell.dataset.row] : [];
  };

  /** Lays a text over the place it belongs to, new cards one under the other, as far as that is not under the headings. */
  const lay = (item: Laid, items: readonly Laid[]) => {
    const cell = cellAt(item);
    const scroll = cell?.closest("[data-map-scroll]");
    item.box.hidden = !cell || !scroll;
    if (!cell || !scroll) return;
    const card = item.isNew ? null : find("card", item.card);
    const at = (card ?? cell).getBoundingClientRect();
    const frame = scroll.getBoundingClientRect();
    const head = cell.parentElement?.firstElementChild?.getBoundingClientRect();
    const top = find("row", "touchpoints")?.getBoundingClientRect().bottom ?? 0;
    const list = cell.querySelector(".map-cards")?.getBoundingClientRect();
    const others = items
      .slice(0, items.indexOf(item))
      .filter((one) => one.isNew && cellAt(one) === cell);
    const above = Math.max(
      list && list.height > 0 ? list.bottom : at.y,
      ...others.map((one) => one.box.getBoundingClientRect().bottom),
    );
    const pad = 6;
    const x = card ? at.x : at.x + pad;
    const y = card ? at.y : above + pad;
    const { box } = item;
    box.style.left = `${x}px`;
    box.style.top = `${y}px`;
    box.style.width = `${card ? at.width : at.width - 2 * pad - 1}px`;
    box.style.minHeight = card ? `${at.height}px` : "";
    const cut = (by: number) => `${by > 0 ? by : -9}px`;
    const sides = [
      cut(top - y),
      cut(x + at.width - frame.right),
      "-99px",
      cut((head?.right ?? frame.x) - x),
    ];
    box.style.clipPath = `inset(${sides.join(" ")})`;
  };
  /** What holds the words above the map, and how it looks. */
  const makeHost = () => {
    const host = document.createElement("waymark-early");
    const style = document.createElement("style");
    style.textContent =
      "[data-card]:focus{box-shadow:0 0 0 2px var(--focus)}" +
      "[data-cell]:focus{box-shadow:inset 0 0 0 2px var(--focus);z-index:1}" +
      "[role=grid]:focus-within [data-mark=active]:not(:focus){box-shadow:none}" +
      "waymark-early>div{position:fixed!important;z-index:20;box-shadow:0 0 0 2px var(--focus)}" +
      "waymark-early>[data-kept]{box-shadow:none;outline:1px dashed var(--control);outline-offset:1px}";
    host.append(style);
    return host;
  };
  return {
    makeHost,
    find,
    cellAt,
    spotOf,
    isForCards,
    cardsIn,
    wordsOf,
    goTo,
    beside,
    move,
    goDown,
    writes,
    newId,
    plain,
    rowsInFocus,
    lay,
    /** From here on up and down keep to the column of this cell. */
    standAt: (cell: Element) => {
      column = firstOf(cell);
    },
  };
}
