"use client";

import { useEffect } from "react";
import { useEditorUi } from "../editor-ui";
import { zoomMeaning } from "../grid/key-intents";
import type { Orders } from "../grid/use-orders";

const ELSEWHERE =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [data-cell], [data-card]";

/** The keys that look at the map differently, wherever on the page no text is written; the grid has them itself. */
export function useZoomKeys(orders: Orders): void {
  const { singleKeys } = useEditorUi();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.isComposing) return;
      if (target?.closest(ELSEWHERE)) return;
      const press = {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        isComposing: event.isComposing,
      };
      const order = zoomMeaning(press, { takesTyping: false, singleKeys });
      if (!order) return;
      event.preventDefault();
      orders.obey(order);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [orders, singleKeys]);
}
