/** What somebody pressed and wrote before the page could answer, until it can. */
export interface EarlyPage {
  /** The page's fields take words from now on. To be called before anything else can be written. */
  readonly takeWords: () => void;
  /** The page does all by itself from now on, and has put the focus where it likes. What waited is done. */
  readonly answer: () => void;
}

declare global {
  var waymarkEarlyPage: EarlyPage | undefined;
}

/**
 * Keeps what is pressed and written on a page as the server drew it, while its scripts are on their way, and does it once
 * they have come. Without it a press is lost, a form is sent without its words, and what was written is empty for
 * whoever asks. Links, and forms that the server takes by itself, go their way at once.
 *
 * It is sent as text within the page, so it names nothing outside of itself, and it changes nothing that was sent.
 */
export function startEarlyPage(): void {
  type Text = HTMLInputElement | HTMLTextAreaElement;
  type Field = Text | HTMLSelectElement;
  const over = new AbortController();
  const early = { capture: true, signal: over.signal };
  const written = new Map<Field, string>();
  /** What the browser wrote there by itself. */
  const filled = new Map<Field, string>();
  /** Buttons, boxes and forms, in the order in which they were pressed and sent for the last time. */
  const deeds = new Set<HTMLElement>();
  /** Browsers of before 2023 show nothing while it waits. */
  const waiting = "adoptedStyleSheets" in document ? new CSSStyleSheet() : null;
  let hasWords = false;
  let isTelling = false;
  let hasAnswered = false;
  /** A finger or a button of the mouse is down, or has just been: a click follows. */
  let isDown = false;
  /** Where somebody went by themselves; the page puts the focus elsewhere when it comes. */
  let place: HTMLElement | null = null;
  let caret: readonly [start: number, end: number] | null = null;

  const toggles = "input[type=checkbox],input[type=radio]";
  const buttons = "button,[role=button],[role=tab],[role=switch]";
  /** The server takes it as it is. */
  const isOfServer = (form: HTMLFormElement | null | undefined) =>
    form?.hasAttribute("action") ?? false;

  function keep(event: Event, meant: HTMLElement): void {
    // Where the framework could not even begin it puts up a page of its own, which answers and never says so.
    if (document.documentElement.id === "__next_error__") return over.abort();
    event.preventDefault();
    event.stopImmediatePropagation();
    // Nothing shows that it was taken, so who presses again is impatient and means it once.
    deeds.delete(meant);
    deeds.add(meant);
    const sheets = document.adoptedStyleSheets;
    if (waiting && !sheets.includes(waiting))
      document.adoptedStyleSheets = [...sheets, waiting];
  }

  /** What a press is for, if it is for something that only the page's scripts can do. */
  function meantBy(target: Element): HTMLElement | null {
    const found = target.closest<HTMLElement>(`a,label,${toggles},${buttons}`);
    const meant = found instanceof HTMLLabelElement ? found.control : found;
    if (!meant || meant.matches("a[href]")) return null;
    // A press on the words beside a field of text leads into it, as it always does.
    if (meant !== found && !meant.matches(toggles)) return null;
    return isOfServer((meant as HTMLInputElement).form) ? null : meant;
  }

  const keepPress = (event: Event) => {
    isDown = false;
    const meant = event.target instanceof Element && meantBy(event.target);
    if (meant) keep(event, meant);
  };
  const keepForm = (event: Event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && !isOfServer(form)) keep(event, form);
  };
  const keepWords = ({ target }: Event) => {
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (isField && !hasWords && !target.matches(toggles))
      written.set(target, target.value);
  };
  const stay = () => {
    const at = isTelling ? null : document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return;
    place = at;
    // Null where a kind of field has none that could be asked for, as that for an email address.
    const { selectionStart, selectionEnd } = at as HTMLInputElement;
    caret = selectionStart == null ? null : [selectionStart, selectionEnd!];
  };
  const placeCaret = () => {
    if (caret && place === document.activeElement)
      (place as HTMLInputElement).setSelectionRange(...caret);
  };
  /** Browsers fill in forms from their keys, and some say nothing of it. */
  function noteFilled(): void {
    for (const field of document.querySelectorAll<Text>("input,textarea")) {
      const isOpen = field.form && !field.readOnly && !field.disabled;
      const isWords = !field.matches(`${toggles},[type=file],[type=hidden]`);
      if (isOpen && isWords && field.value !== field.defaultValue)
        filled.set(field, field.value);
    }
  }
  const press = () => {
    isDown = true;
  };
  const letGo = () => {
    setTimeout(() => {
      isDown = false;
    }, 100);
  };

  waiting?.replaceSync("*{cursor:progress!important}");
  // Not whatever moves the focus: the page's own scripts do that a moment before they answer.
  for (const type of ["keyup", "input", "click"])
    window.addEventListener(type, stay, early);
  window.addEventListener("pointerdown", press, early);
  window.addEventListener("pointerup", letGo, early);
  window.addEventListener("pointercancel", letGo, early);
  window.addEventListener("click", keepPress, early);
  window.addEventListener("submit", keepForm, early);
  window.addEventListener("input", keepWords, early);
  window.addEventListener("change", keepWords, early);
  window.addEventListener("DOMContentLoaded", noteFilled, early);

  /** React asks a field for its words only where they are others than those that it knew. */
  function tell(field: Field, value: string): void {
    if (!field.isConnected) return;
    const isFile = field.type === "file";
    const isChosen = isFile || field instanceof HTMLSelectElement;
    if (!isFile) {
      const kind = Object.getPrototypeOf(field) as object;
      if (!isChosen) field.value = value === "" ? " " : "";
      Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(field, value);
    }
    const type = isChosen ? "change" : "input";
    field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  function takeWords(): void {
    if (hasWords) return;
    hasWords = true;
    noteFilled();
    // Outside of any work of React's, which would put back the words that it knows, and before the next key.
    queueMicrotask(() => {
      isTelling = true;
      for (const [field, value] of filled)
        if (!written.has(field)) tell(field, value);
      for (const [field, value] of written) {
        tell(field, value);
        // Some save what is in them when they are left.
        if (field !== place)
          field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }
      isTelling = false;
      filled.clear();
      written.clear();
      placeCaret();
    });
  }

  const isSentByButton = (form: HTMLElement) =>
    [...deeds].some(
      (deed) =>
        deed instanceof HTMLButtonElement &&
        deed.type === "submit" &&
        deed.form === form,
    );
  /** Each in a task of its own, so that the page has drawn what the one before did. */
  function doNext(left: HTMLElement[]): void {
    const [deed, ...rest] = left;
    if (!deed) return;
    setTimeout(doNext, 0, rest);
    // What has opened meanwhile lies over it.
    if (!deed.isConnected || deed.closest("[inert],[aria-hidden=true]")) return;
    if (deed instanceof HTMLFormElement) deed.requestSubmit();
    else deed.click();
  }
  function doAll(patience: number): void {
    // A press that began before the page answered is none to it. One that is let go beyond the window never ends.
    if (isDown && patience > 0) {
      setTimeout(doAll, 20, patience - 1);
      return;
    }
    over.abort();
    waiting?.replaceSync("");
    doNext([...deeds].filter((deed) => !isSentByButton(deed)));
    deeds.clear();
  }
  function answer(): void {
    if (hasAnswered) return;
    hasAnswered = true;
    if (place?.isConnected && place !== document.activeElement) {
      place.focus({ preventScroll: true });
      placeCaret();
    }
    // Outside of any work of React's again. What is pressed until then is kept too, or it would be done twice.
    setTimeout(doAll, 0, 50);
  }
  globalThis.waymarkEarlyPage = { takeWords, answer };
}
