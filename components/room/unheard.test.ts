import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { unheard } from "./unheard";

const device = { name: "device" };

function changeOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

it("brings what comes from the device into the document without telling those who listen to changes", () => {
  const doc = new Y.Doc();
  const heard = vi.fn();
  doc.on("update", heard);
  unheard(doc, (origin) => origin === device);
  Y.transact(doc, () => Y.applyUpdate(doc, changeOf("kept")), device, false);
  expect(doc.getText("t").toString()).toBe("kept");
  expect(heard).not.toHaveBeenCalled();
});

it("tells of everything else, before and after, each change once", () => {
  const doc = new Y.Doc();
  const heard = vi.fn();
  doc.on("update", heard);
  const release = unheard(doc, (origin) => origin === device);
  doc.getText("t").insert(0, "mine");
  Y.applyUpdate(doc, changeOf("kept"), device);
  Y.applyUpdate(doc, changeOf("theirs"), "server");
  expect(heard.mock.calls.map(([, origin]) => origin as unknown)).toEqual([
    null,
    "server",
  ]);
  release();
  Y.applyUpdate(doc, changeOf("again"), device);
  expect(heard).toHaveBeenCalledTimes(3);
});

it("[FT-01] tells of what is written here on hearing of what the device brought", () => {
  const doc = new Y.Doc();
  const server = new Y.Doc();
  doc.on("update", (update: Uint8Array) => Y.applyUpdate(server, update));
  unheard(doc, (origin) => origin === device);
  doc.once("afterTransaction", () => doc.getText("t").insert(0, "mine "));
  Y.applyUpdate(doc, changeOf("kept"), device);
  expect(server.getText("t").toString()).toBe("mine kept");
});
