import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { usePaletteKey } from "./use-palette-key";

afterEach(cleanup);

function Page({ open, role }: { open: () => void; role: object }) {
  usePaletteKey(open);
  return <div {...role} />;
}

test.each([
  ["nothing is open", {}, 1],
  ["a toast is shown", { role: "alertdialog", "aria-modal": "false" }, 1],
  ["a dialog is open", { role: "dialog" }, 0],
  ["a question is open", { role: "alertdialog" }, 0],
])("[A7] Ctrl+K while %s", (_, role, times) => {
  const open = vi.fn<() => void>();
  render(<Page open={open} role={role} />);
  fireEvent.keyDown(window, { key: "k", ctrlKey: true });
  expect(open).toHaveBeenCalledTimes(times);
});
