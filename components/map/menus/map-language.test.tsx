import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../testing/test-map";

completeJsdom();
afterEach(cleanup);

it("[N13] the language of a map can be changed, and that of the page stays", async () => {
  const map = new TestMap();
  map.show();
  fireEvent.click(screen.getByRole("button", { name: "More about this map" }));
  fireEvent.click(
    screen.getByRole("menuitem", { name: "Language of the map…" }),
  );
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByRole("button", { name: /^English/ }));
  fireEvent.click(within(screen.getByRole("listbox")).getByText("Deutsch"));
  expect(screen.getByTestId("map-grid").lang).toBe("de");
  expect(dialog.textContent).toContain("Language of the map");
  map.scene.undo.undo();
  expect(map.scene.source.get().meta.locale).toBe("en");
});
