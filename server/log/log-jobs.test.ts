import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { beginningOf } from "./beginning";
import { packBlob } from "./blob";
import { runLogJob } from "./log-jobs";

/** Changes of one document of a MB and more, each of which takes the words of the one before away. */
function changes() {
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => made.push(update));
  const text = doc.getText("notes");
  for (let nth = 0; nth < 50; nth++)
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, `${nth} ${randomBytes(40_000).toString("base64")}`);
    });
  return { made, words: text.toString(), whole: Y.encodeStateAsUpdate(doc) };
}

async function merged(updates: readonly Uint8Array[]) {
  const tail = await Promise.all(updates.map(packBlob));
  const resting = { snapshot: null, tail };
  const { whole } = await runLogJob({ kind: "merge", resting });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, whole!);
  return doc.getText("notes").toString();
}

describe("a document that is put together in parts", () => {
  it("is the one that was written, however many parts there are", async () => {
    const { made, words } = changes();
    expect(await merged(made)).toBe(words);
  });

  it("is refused where a change is missing between two parts", async () => {
    const { made } = changes();
    await expect(merged(made.toSpliced(20, 1))).rejects.toMatchObject({
      code: "blob_damaged",
    });
  });

  it("begins where its history does, whether what lies before is whole or not", async () => {
    const { made, words, whole } = changes();
    const broken = made.toSpliced(20, 1);
    expect(await merged([...broken, beginningOf(whole)])).toBe(words);
  });
});
