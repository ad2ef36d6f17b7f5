// Long because it is sent as text within the page and can name nothing outside of itself.
import type { Early, EarlySetup, EarlyText } from "./early";
import type { EarlyPlaces, Spot } from "./early-places";

/**
 * Takes clicks, keys and words on the cards of a map as the server drew it, until the page is alive.
 *
 * It is sent as text within the page, so it names nothing outside of itself. What it shows lies above the map and
 * beside what React owns: nothing that was sent is changed.
 */
export function startEarly(setup: EarlySetup, places: EarlyPlaces): void {
  // A finger begins by reading.
  if (window.matchMedia("(pointer: coarse)").matches) return;
  try {
    const view = localStorage.getItem(setup.viewKey);
    if (view !== null && view !== "map") return;
  } catch {
    // A browser that remembers nothing shows the map.
  }

  interface Item extends EarlyText {
    text: string;
    isKept: boolean;
    /** What was finished before it was opened again. */
    before: string | null;
    box: HTMLElement;
    field: HTMLTextAreaElement;
    note: HTMLElement;
  }
  const prefix = "waymark:early:";
  const { owner, words } = setup;
  const { find, cellAt, spotOf, isForCards, cardsIn, wordsOf } = places;
  const { goTo, beside, lay, plain } = places;
  const over = new AbortController();
  const awake = new Set<string>();
  /** Whether somebody went somewhere of which the page does not know. */
  let isAhead = false;
  const items: Item[] = [];
  let open: Item | null = null;
  let isComposing = false;
  let canWrite = false;
  const listeners = new Set<() => void>();

  const host = places.makeHost();
  const keptAs = prefix + owner;
  /** What was written before a reload, until the map is there to lay it over. */
  let waiting: readonly EarlyText[] = [];
  try {
    // Another person's words on this device are nobody's business.
    const person = owner.split(":").at(-1);
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(prefix) && name.split(":").at(-1) !== person)
        sessionStorage.removeItem(name);
    waiting = JSON.parse(
      sessionStorage.getItem(keptAs) ?? "[]",
    ) as readonly EarlyText[];
  } catch {
    // What cannot be read was not written by this.
  }
  /** A reload before the page is alive does not lose it. */
  const store = () => {
    const texts = [...waiting, ...items].map(plain);
    try {
      if (texts.length === 0) sessionStorage.removeItem(keptAs);
      else sessionStorage.setItem(keptAs, JSON.stringify(texts));
    } catch {
      // A browser that keeps nothing still has it on the page.
    }
  };
  // Not at once: the page may be in the middle of drawing.
  const tellNow = () => listeners.forEach((listener) => listener());
  const tell = () => queueMicrotask(tellNow);

  let isLaying = false;
  const layLater = () => {
    if (isLaying || items.length === 0) return;
    isLaying = true;
    requestAnimationFrame(() => {
      isLaying = false;
      items.forEach((item) => lay(item, items));
    });
  };

  const drop = (item: Item) => {
    const at = items.indexOf(item);
    if (at >= 0) items.splice(at, 1);
    if (open === item) open = null;
    item.box.remove();
    store();
  };

  const show = (item: Item) => {
    const { box, field, note } = item;
    box.toggleAttribute("data-kept", item.isKept);
    note.textContent = item.isKept ? words.waiting : "";
    field.readOnly = item.isKept;
    field.value = item.text;
  };

  /** A browser may put the first sign into a field that just got the focus without telling of it. */
  const read = (item: Item) => {
    if (!isComposing) item.text = item.field.value;
  };

  /** What was written waits until the page can take it. */
  const keep = () => {
    const item = open;
    if (!item) return;
    read(item);
    open = null;
    if (item.isNew ? item.text.trim() === "" : item.text === item.base)
      drop(item);
    else {
      item.isKept = true;
      show(item);
      lay(item, items);
    }
    store();
    tell();
  };

  const make = (text: EarlyText): Item => {
    const box = document.createElement("div");
    const field = document.createElement("textarea");
    const note = document.createElement("span");
    const card = text.isNew ? null : find("card", text.card);
    box.className = "map-card";
    if (card?.dataset.colour) box.dataset.colour = card.dataset.colour;
    field.className = setup.fieldLook;
    field.rows = 1;
    field.maxLength = setup.mostLetters;
    field.lang = document.querySelector<HTMLElement>("[role=grid]")?.lang ?? "";
    field.setAttribute("aria-label", text.isNew ? words.newCard : words.card);
    note.className = setup.noteLook;
    note.setAttribute("role", "status");
    box.append(field, note);
    const item: Item = {
      ...text,
      isKept: true,
      before: null,
      box,
      field,
      note,
    };
    items.push(item);
    if (!host.isConnected) document.body.append(host);
    host.append(box);
    field.addEventListener("input", () => {
      item.text = field.value;
      store();
    });
    field.addEventListener("compositionstart", () => void (isComposing = true));
    field.addEventListener("compositionend", () => {
      isComposing = false;
      item.text = field.value;
      store();
      tell();
    });
    // The window may have lost the focus, not the field.
    field.addEventListener("blur", () => {
      if (open === item && document.activeElement !== field) keep();
    });
    field.addEventListener("pointerdown", () => {
      if (item.isKept) begin(item);
    });
    return item;
  };

  const begin = (item: Item, replaces = false) => {
    if (open !== item) keep();
    open = item;
    if (item.isKept) item.before = item.text;
    item.isKept = false;
    show(item);
    const at = (!item.isNew && find("card", item.card)) || cellAt(item);
    at?.scrollIntoView({ block: "nearest", inline: "nearest" });
    lay(item, items);
    item.field.focus({ preventScroll: true });
    // What the first sign replaces stands there until it comes: a dead key may write nothing.
    const end = item.text.length;
    item.field.setSelectionRange(replaces ? 0 : end, end);
  };

  /** Writes on a card, or on one that is to be. */
  const write = (
    cell: HTMLElement,
    card: HTMLElement | null,
    replaces = false,
  ) => {
    const id = card?.dataset.card ?? places.newId();
    const base = wordsOf(card);
    const isIt = (one: EarlyText) => one.card === id;
    const { row = "", leaf = "" } = cell.dataset;
    const of = { row, leaf, card: id, isNew: !card, base, text: base };
    let item = items.find(isIt);
    if (!item) {
      const was = waiting.find(isIt);
      waiting = waiting.filter((one) => one !== was);
      item = make(was ?? of);
      item.isKept = was !== undefined;
    }
    begin(item, replaces);
  };

  const handleWriting = (event: KeyboardEvent, item: Item) => {
    event.stopImmediatePropagation();
    if (event.isComposing || isComposing) return;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const isGraph = event.getModifierState("AltGraph");
    const cell = cellAt(item);
    const card = item.isNew ? null : find("card", item.card);
    const leave = (then: () => void) => {
      event.preventDefault();
      keep();
      then();
      goAhead();
    };
    const back = () => goTo(card ?? cell);
    if (key === "Escape") {
      event.preventDefault();
      item.field.value = item.before ?? item.base;
      keep();
      back();
      goAhead();
    } else if (key === "Enter" && (ctrlKey || metaKey) && !isGraph)
      leave(() => cell && write(cell, null));
    else if (key === "Enter" && altKey) {
      event.preventDefault();
      const { field } = item;
      field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
      item.text = field.value;
      store();
    } else if (key === "Enter" && !shiftKey)
      leave(() => cell && places.goDown({ cell, card }));
    else if (key === "F2") leave(back);
    else if (key === "Tab")
      leave(() => {
        const next = cell && beside(cell, shiftKey ? -1 : 1);
        if (next && isForCards(next)) write(next, cardsIn(next)[0] ?? null);
        else back();
      });
  };

  const goAhead = () => {
    isAhead = true;
    tell();
  };

  /** Whether the page itself does what is asked of this lane. */
  const isAlive = ({ cell }: Spot) => awake.has(cell.dataset.row ?? "");
  /** What is not done here the page does at once, and to what is selected now. */
  const passOn = (spot: Spot) => {
    if (!isAlive(spot))
      spot.cell.dispatchEvent(new MouseEvent("auxclick", { bubbles: true }));
    if (isAhead) tellNow();
  };
  const onKey = (event: KeyboardEvent) => {
    if (open && event.target === open.field) return handleWriting(event, open);
    const spot = spotOf(event.target);
    if (!spot || event.isComposing || event.defaultPrevented) return;
    if (canWrite && isAlive(spot)) return;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const isBare = !shiftKey && !altKey && !ctrlKey && !metaKey;
    const { cell, card } = spot;
    if (isBare && key.startsWith("Arrow") && !isAlive(spot)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      places.move(spot, key);
      return goAhead();
    }
    if (!isForCards(cell)) return passOn(spot);
    const cards = cardsIn(cell);
    if (isBare && (key === "Enter" || key === "F2")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!card && cards.length > 1) {
        goTo(cards[0]);
        goAhead();
      } else write(cell, card ?? cards[0] ?? null);
    } else if (places.writes(event, setup.singleKeys)) {
      if (key === "/" && cards.length === 0 && setup.singleKeys)
        return passOn(spot);
      // The field must have the focus before this event ends, or a dead key composes nowhere.
      event.stopImmediatePropagation();
      const only = cards.length === 1 ? (cards[0] ?? null) : null;
      write(cell, card ?? only, true);
    } else if (!/^(Shift|Control|Alt|Meta|AltGraph|CapsLock)$/.test(key))
      passOn(spot);
  };

  const onPointer = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    const { button, shiftKey, ctrlKey, metaKey } = event;
    if (!spot) return;
    const isPlain = button === 0 && !shiftKey && !ctrlKey && !metaKey;
    if (!isPlain) return passOn(spot);
    const isTaken = isAlive(spot);
    if (canWrite && isTaken) return;
    if (event.type === "pointerdown") {
      places.standAt(spot.cell);
      isAhead ||= !isTaken;
    }
    const isDouble = event.type === "dblclick" && isForCards(spot.cell);
    // Brought to life by a click, a lane would keep everything else waiting; it is on its way.
    if (!isTaken || isDouble) event.stopImmediatePropagation();
    if (isDouble) write(spot.cell, spot.card);
  };

  const on = (
    target: EventTarget,
    kinds: string,
    hear: (event: never) => void,
  ) =>
    kinds.split(" ").forEach((kind) =>
      target.addEventListener(kind, hear as EventListener, {
        capture: true,
        signal: over.signal,
      }),
    );
  on(window, "keydown", onKey);
  on(window, "keyup", (event: KeyboardEvent) => {
    const spot = spotOf(event.target);
    if (spot && !isAlive(spot)) event.stopImmediatePropagation();
  });
  on(
    window,
    "pointerdown mousedown pointerup mouseup click dblclick contextmenu",
    onPointer,
  );
  on(window, "scroll resize", layLater);
  on(window, "beforeunload", (event: Event) => {
    if (open) read(open);
    store();
    if (items.length > 0) event.preventDefault();
  });
  const sizes =
    typeof ResizeObserver === "undefined" ? null : new ResizeObserver(layLater);

  const draft = () => {
    if (!open) return null;
    read(open);
    const { selectionStart: start, selectionEnd: end } = open.field;
    return isComposing
      ? ("composing" as const)
      : { ...plain(open), start, end };
  };
  const early: Early = {
    owner,
    draft,
    kept: () =>
      [...waiting, ...items.filter(({ isKept }) => isKept)].map(plain),
    awake: (row) => {
      awake.add(row);
      layLater();
      tell();
    },
    isAwake: (row) => awake.has(row),
    takePlace: () => {
      const was = isAhead;
      isAhead = false;
      return was;
    },
    rows: () => {
      const held = [...waiting, ...items].map(({ row }) => row);
      return [...new Set([...held, ...places.rowsInFocus()])];
    },
    allow: (can) => void (canWrite = can),
    release: (card) => {
      waiting = waiting.filter((text) => text.card !== card);
      const item = items.find((one) => one.card === card);
      if (item) drop(item);
      else store();
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: () => {
      over.abort();
      sizes?.disconnect();
      host.remove();
      if (globalThis.waymarkEarly === early)
        globalThis.waymarkEarly = undefined;
    },
  };
  globalThis.waymarkEarly = early;

  const recall = () => {
    if (!host.isConnected) document.body.append(host);
    const scroll = document.querySelector("[data-map-scroll]");
    if (scroll) sizes?.observe(scroll);
    const texts = waiting;
    waiting = [];
    for (const text of texts) {
      if (items.some(({ card }) => card === text.card)) continue;
      const item = make(text);
      show(item);
      lay(item, items);
    }
    tell();
  };
  if (document.readyState === "loading")
    on(document, "DOMContentLoaded", recall);
  else recall();
}
