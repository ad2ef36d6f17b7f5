"use client";

import type { ComponentType } from "react";
import { useHeldKeys } from "./held-keys";
import { onDemand, type OnDemand } from "./on-demand";
import { useLoaded } from "./use-loaded";

/**
 * A component that most sights of a page never need, such as a dialog: it is loaded when it is first shown, if it was
 * not before. Keys that are pressed while it is under way are meant for it, and it gets them; Esc takes it back. Where it
 * cannot be had, because the network is gone, that is said and `onClose` closes what waits for it.
 *
 * @param options - `takesKeys`: false for what leaves the focus where it is.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { takesKeys = true } = {},
): ComponentType<Props & { readonly onClose?: () => void }> &
  Pick<OnDemand<unknown>, "load"> {
  // Held in an object: React would call a component that it is given as a state.
  const part = onDemand(async () => ({ Part: await load() }));
  function LazyPart(props: Props & { readonly onClose?: () => void }) {
    const loaded = useLoaded(part, props.onClose);
    useHeldKeys(takesKeys && loaded === null, props.onClose);
    return loaded && <loaded.Part {...props} />;
  }
  return Object.assign(LazyPart, { load: part.load });
}
