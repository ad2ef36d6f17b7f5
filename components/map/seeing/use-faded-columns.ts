"use client";

import { useEffect } from "react";
import { useVisible } from "./seeing-context";

/** Quiet ink keeps 4.5:1 on sunken paper (app/tokens.css), which no transparency would. */
const PALE = `
  --ink: var(--ink-3); --ink-2: var(--ink-3); --accent: var(--ink-3);
  --surface: var(--sunken); --paper: var(--sunken);
  color: var(--ink-3); filter: grayscale(1);
`;
const TINTLESS =
  "--tint: var(--sunken); --tone: var(--ink-3); --edge: var(--line-strong);";

/** Pales the columns that do not match: one rule for all their cells instead of a thousand cells drawn again. */
export function useFadedColumns(): void {
  const faded = useVisible((seen) => seen.faded);
  useEffect(() => {
    if (faded.size === 0) return;
    const sheet = new CSSStyleSheet();
    const ids = [...faded].map((id) => `[data-leaf="${CSS.escape(id)}"]`);
    const columns = `[data-map-scroll] :is(${ids.join(",")}):not([aria-colspan])`;
    sheet.insertRule(`${columns} { ${PALE} }`);
    sheet.insertRule(`${columns} [data-colour] { ${TINTLESS} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (one) => one !== sheet,
      );
    };
  }, [faded]);
}
