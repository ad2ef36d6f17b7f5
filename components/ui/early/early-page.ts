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
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const over = new AbortController();
  const early = { capture: true, signal: over.signal };
  const written = new Map<Field, string>();
  const pressed: HTMLElement[] = [];
  const sent = new Set<HTMLFormElement>();
  /** Browsers of before 2023 show nothing while it waits. */
  const waiting = "adoptedStyleSheets" in document ? new CSSStyleSheet() : null;
  let hasWords = false;
  /** Where somebody went by themselves; the page puts the focus elsewhere when it comes. */
  let place: HTMLElement | null = null;
  let caret: readonly [start: number, end: number] | null = null;

  const toggles = "input[type=checkbox],input[type=radio]";
  const buttons = "button,[role=button],[role=tab],[role=switch]";
  /** The server takes it as it is. */
  const isOfServer = (form: HTMLFormElement | null | undefined) =>
    form?.hasAttribute("action") ?? false;
  const keep = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const sheets = document.adoptedStyleSheets;
    if (waiting && !sheets.includes(waiting))
      document.adoptedStyleSheets = [...sheets, waiting];
  };

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
    if (!(event.target instanceof Element)) return;
    const meant = meantBy(event.target);
    if (meant === null) return;
    keep(event);
    // Who presses a button again is impatient; who presses a box again takes the first press back.
    if (meant.matches(toggles) || !pressed.includes(meant)) pressed.push(meant);
  };
  const keepForm = (event: Event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || isOfServer(form)) return;
    keep(event);
    sent.add(form);
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
    const at = document.activeElement;
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
  /** Some browsers fill fields in again, after a reload or from their keys, and say nothing. */
  function filledIn(): void {
    const all = document.querySelectorAll<
      HTMLInputElement | HTMLTextAreaElement
    >("input,textarea");
    for (const field of all) {
      const isWords = !field.matches(`${toggles},[type=file],[type=hidden]`);
      if (isWords && !written.has(field) && field.value !== field.defaultValue)
        written.set(field, field.value);
    }
  }

  waiting?.replaceSync("*{cursor:progress!important}");
  // Not whatever moves the focus: the page's own scripts do that a moment before they answer.
  for (const type of ["keyup", "input", "click"])
    window.addEventListener(type, stay, early);
  window.addEventListener("click", keepPress, early);
  window.addEventListener("submit", keepForm, early);
  window.addEventListener("input", keepWords, early);
  window.addEventListener("change", keepWords, early);
  window.addEventListener("DOMContentLoaded", filledIn, early);

  /** React asks a field for its words only where they are others than those that it knew. */
  function tell(field: Field, value: string): void {
    const isFile = field.type === "file";
    const isChosen = isFile || field instanceof HTMLSelectElement;
    if (!isFile) {
      const kind = Object.getPrototypeOf(field) as object;
      if (!isChosen) field.value = "";
      Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(field, value);
    }
    const type = isChosen ? "change" : "input";
    field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  function takeWords(): void {
    if (hasWords) return;
    hasWords = true;
    filledIn();
    // Outside of any work of React's, which would put back the words that it knows, and before the next key.
    queueMicrotask(() => {
      for (const [field, value] of written)
        if (field.isConnected) tell(field, value);
      placeCaret();
    });
  }
  function answer(): void {
    if (over.signal.aborted) return;
    over.abort();
    if (place?.isConnected && place !== document.activeElement) {
      place.focus({ preventScroll: true });
      placeCaret();
    }
    // Outside of any work of React's again.
    setTimeout(() => {
      waiting?.replaceSync("");
      for (const target of pressed) if (target.isConnected) target.click();
      for (const form of sent) if (form.isConnected) form.requestSubmit();
    }, 0);
  }
  globalThis.waymarkEarlyPage = { takeWords, answer };
}
