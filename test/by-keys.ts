import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

/** What has the focus. */
export const focused = (): HTMLElement => document.activeElement as HTMLElement;

/** What somebody hears who comes there, without help and keys. */
export function nameOf(element: Element): string {
  const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const labels = ids.map((id) => document.getElementById(id)?.textContent);
  const own = (element as HTMLInputElement).labels?.[0]?.textContent;
  return (
    element.getAttribute("aria-label") ??
    (labels.join(" ") || own || element.textContent || "")
  );
}

/** More steps than any part of the page is long. */
const MOST = 60;

/** Somebody who has keys and nothing else, and goes on with what they lead to. */
export function byKeys() {
  const user = userEvent.setup({ delay: null });
  const press = (keys: string) => user.keyboard(keys);
  const until = async (isThere: () => boolean, key: string): Promise<void> => {
    for (let step = 0; step < MOST; step += 1) {
      if (isThere()) return;
      await press(key);
    }
    throw new Error(`${key} led to “${nameOf(focused())}”`);
  };
  const to = async (name: string, key: string): Promise<void> => {
    // What closed gives the focus back a frame later.
    await waitFor(() => {
      if (focused() === document.body) throw new Error("nothing has the focus");
    });
    const wanted = new RegExp(name);
    await until(() => wanted.test(nameOf(focused())), key);
  };
  return {
    press,
    until,
    to,
    tabTo: (name: string) => to(name, "{Tab}"),
    /** Opens the list of a field with one choice, which Tab leads to, and takes one of it. */
    async take(field: string, option: string): Promise<void> {
      await to(`${field}$`, "{Tab}");
      await press("{Enter}");
      await to(`^${option}`, "{ArrowDown}");
      await press("{Enter}");
      // The list gives the focus back a frame later, and would take it from whatever was gone on to.
      await waitFor(() => {
        const name = nameOf(focused());
        if (!new RegExp(`${field}$`).test(name))
          throw new Error(`“${name}” has the focus, and not “${field}”`);
      });
    },
  };
}
