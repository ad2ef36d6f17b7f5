/**
 * jsdom tries every rule of a browser's own style sheet on an element to say how it looks, and whoever looks for things
 * by their role and name asks that of thousands: a quarter of what the tests of components did. Where no style sheet
 * shows or hides anything, whether something is shown depends on little; all else is still jsdom's answer.
 */

/** How an element of its kind is displayed by a browser; only what the browser's own rules look at tells kinds apart. */
const kindOf = (element: Element): string =>
  [
    element.namespaceURI,
    element.localName,
    element.localName === "input" && element.getAttribute("type"),
    element.localName === "rp" && element.parentElement?.localName,
    element.hasAttribute("open"),
    element.hasAttribute("hidden"),
  ].join(" ");

const inlineStyle = (element: Element): CSSStyleDeclaration | null =>
  element.hasAttribute("style") ? (element as HTMLElement).style : null;

/** Inherited, and no rule of a browser's own sets it; of "inherit" jsdom knows no more than the word. */
function visibilityOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const own = inlineStyle(at)?.visibility;
    if (own) return own;
  }
  return "visible";
}

const known = new WeakMap<CSSStyleSheet, { count: number; hides: boolean }>();

function canHide(sheet: CSSStyleSheet): boolean {
  const count = sheet.cssRules.length;
  const before = known.get(sheet);
  if (before?.count === count) return before.hides;
  const rules = Array.from(sheet.cssRules, ({ cssText }) => cssText);
  const text = [sheet.ownerNode?.textContent, ...rules].join("\n");
  const hides = /\b(display|visibility|all)\b/.test(text);
  known.set(sheet, { count, hides });
  return hides;
}

/** React Aria has a sheet on every page, about touch. */
const isAnythingHidden = () => Array.from(document.styleSheets).some(canHide);

type Styles = (element: Element, pseudo?: string | null) => CSSStyleDeclaration;
type QuickStyles = Styles & { readonly slow: Styles };

/** The same answers as those of `slow`, which is jsdom's own. */
function quickStyles(slow: Styles): QuickStyles {
  const displays = new Map<string, string>();

  function displayOf(element: Element): string {
    const own = inlineStyle(element)?.display;
    if (own) return own;
    const kind = kindOf(element);
    const found = displays.get(kind);
    if (found !== undefined) return found;
    const { display } = slow(element);
    displays.set(kind, display);
    return display;
  }

  const styles: Styles = (element, pseudo) => {
    if (pseudo || isAnythingHidden()) return slow(element, pseudo);
    const quick = (name: unknown) => {
      if (name === "display") return displayOf(element);
      return name === "visibility" ? visibilityOf(element) : null;
    };
    let all: CSSStyleDeclaration | null = null;
    const rest = () => (all ??= slow(element));
    return new Proxy({} as CSSStyleDeclaration, {
      get(_, name) {
        if (name === "getPropertyValue")
          return (asked: string) =>
            quick(asked) ?? rest().getPropertyValue(asked);
        const known = quick(name);
        if (known !== null) return known;
        const value: unknown = Reflect.get(rest(), name);
        return typeof value === "function"
          ? (value.bind(rest()) as unknown)
          : value;
      },
    });
  };
  return Object.assign(styles, { slow });
}

const isQuick = (styles: Styles): styles is QuickStyles => "slow" in styles;

/** The quick answers of this page and jsdom's own; from the first call on the page gives the quick ones. */
export function useQuickStyles(): QuickStyles {
  const now: Styles = window.getComputedStyle;
  if (isQuick(now)) return now;
  const quick = quickStyles(now.bind(window));
  window.getComputedStyle = quick;
  return quick;
}
