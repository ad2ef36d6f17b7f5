import { useEffect, useMemo, useState, type RefObject } from "react";
import type { PopoverProps } from "react-aria-components";

/**
 * Keeps the list of a box beside it while what is around them scrolls. React Aria would close it, and with
 * the list goes what was typed.
 *
 * @returns what the Popover of the box needs.
 */
export function useFollowingList(
  boxRef: RefObject<HTMLElement | null>,
): Partial<PopoverProps> {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    const onScroll = ({ target }: Event) => {
      const box = boxRef.current;
      const isOpen = box?.querySelector('[aria-expanded="true"]');
      if (isOpen && target instanceof Node && target.contains(box))
        setMoves((count) => count + 1);
    };
    window.addEventListener("scroll", onScroll, {
      capture: true,
      passive: true,
    });
    return () => window.removeEventListener("scroll", onScroll, true);
  }, [boxRef]);
  return useMemo(() => {
    const position = {
      // It closes when something scrolls that holds this, so this is what nothing holds but the page.
      triggerRef: { current: globalThis.document?.body ?? null },
      getTargetRect: () =>
        boxRef.current?.querySelector("input")?.getBoundingClientRect(),
      // It looks again where the box is whenever one of these is another number.
      crossOffset: (moves % 2) / 1000,
    };
    return position;
  }, [boxRef, moves]);
}
