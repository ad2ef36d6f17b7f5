import {
  cleanup,
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import seeing from "@/lib/i18n/messages/en/seeing.json";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { byKeys, focused, nameOf } from "@/test/by-keys";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../../testing/test-map";

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
afterEach(cleanup);

it("[A8] a condition that is taken back by keys hands the focus to the next one, and the last of them to the map", async () => {
  Element.prototype.scrollIntoView = () => undefined;
  const at = new TestMap();
  const stageId = at.stages[0]!;
  must(addTouchpoint(at.scene.ctx, { stageId, title: "Chat" }));
  at.show();
  fireEvent.click(screen.getByRole("button", { name: seeing.command.filter }));
  const { filter } = seeing;
  const panel = within(await screen.findByRole("dialog"));
  fireEvent.click(panel.getByRole("checkbox", { name: filter.withoutOwner }));
  fireEvent.click(panel.getByRole("radio", { name: filter.evidenceWithout }));
  const { press, tabTo } = byKeys();
  await press("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await tabTo(`^${filter.owner}: `);
  await press("{Enter}");
  expect(nameOf(focused())).toContain(filter.evidenceWithout);
  await press("{Enter}");
  expect(screen.queryByRole("region", { name: filter.active })).toBeNull();
  expect(focused().dataset.cell).toBeTruthy();
});
