import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { preloadParts } from "@/components/ui/on-demand";
import { useBareWindow } from "@/components/touchpoint/testing/panel-hands";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { addAttachment } from "@/lib/journey/attachments";
import { asId } from "@/lib/journey/ids";
import { must } from "@/lib/journey/testing/context";
import { completeJsdom } from "@/test/jsdom-browser";
import { PicturesToOpen } from "../facts/pictures-to-open";
import { ReadTable } from "./read-table";

completeJsdom();
// The viewer is loaded when it is first shown.
configure({ asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
beforeEach(useBareWindow);
afterEach(cleanup);

test("[N10] [A8] links of a map that is only read are stops of the Tab key, and pictures open by it", async () => {
  const room = new TestRoom();
  const on = room.beginCard("pain");
  must(
    addAttachment(room.ctx, {
      on,
      kind: "link",
      name: "The study",
      url: "https://study.example/",
    }),
  );
  must(
    addAttachment(room.ctx, {
      on,
      kind: "file",
      name: "Stall.png",
      fileId: asId("0198c000-0000-7000-8000-0000000000f1"),
      mime: "image/png",
      bytes: 9,
      sha256: "a".repeat(64),
    }),
  );
  const map = room.source.get();
  render(
    <TestScene room={room.room()} messages={{ common, emotion, touchpoint }}>
      <PicturesToOpen map={map}>
        <ReadTable map={map} />
      </PicturesToOpen>
    </TestScene>,
  );
  const link = screen.getByRole("link", { name: "The study" });
  const picture = screen.getByRole("button", { name: "Enlarge Stall.png" });
  expect([link.tabIndex, picture.tabIndex]).toEqual([0, 0]);
  fireEvent.click(picture);
  expect(await screen.findByRole("dialog", { name: "Stall.png" })).toBeTruthy();
});
