import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentLog, LogActor } from "../contract";
import { Author, mapHash } from "./author";
import type { LogHarness } from "./contract-suite";

const ada: LogActor = { kind: "user", id: "ada" };
const grace: LogActor = { kind: "user", id: "grace" };

/** Everything that is there may go. */
export const everything = () => ({
  before: new Date(Date.now() + 60_000),
  leastRows: 1,
  mostRows: 1_000,
});

/** What every store of documents promises about packing old changes. */
export function packingContract(
  name: string,
  start: () => Promise<LogHarness>,
): void {
  describe(name, () => {
    let harness: LogHarness;
    let log: DocumentLog;
    beforeAll(async () => {
      harness = await start();
      log = harness.log;
    });
    afterAll(() => harness.stop());

    async function newAuthor(): Promise<Author> {
      const author = new Author(log, await harness.newJourney());
      await author.begin(ada);
      return author;
    }
    const pack = ({ journeyId }: Author, wish = everything()) =>
      log.pack(journeyId, wish);

    test("[2.12] what is packed is still the document: its map, its numbers and who wrote it", async () => {
      const author = await newAuthor();
      const { journeyId } = author;
      await author.writeMany(9, ada);
      await author.snapshot();
      await author.writeMany(5, grace);
      const authors = await log.readAuthors(journeyId, author.seq);
      const across = { after: 7, upTo: 13 };
      const updates = await log.readUpdates(journeyId, across);
      expect(await pack(author)).toEqual({ outcome: "packed", changes: 10 });
      expect(await author.loadedHash()).toBe(mapHash(author.doc));
      expect(await log.load(journeyId)).toMatchObject({
        headSeq: 15,
        snapshotSeq: 10,
      });
      expect(updates.map(({ seq }) => seq)).toEqual([8, 9, 10, 11, 12, 13]);
      expect(await log.readUpdates(journeyId, across)).toEqual(updates);
      expect(authors.size).toBe(2);
      expect(await log.readAuthors(journeyId, author.seq)).toEqual(authors);
      expect((await log.readAuthors(journeyId, 9)).size).toBe(1);
    });

    test("a log goes on after it was packed, and is packed again from there", async () => {
      const author = await newAuthor();
      for (let round = 1; round <= 5; round++) {
        await author.writeMany(4, round % 2 ? ada : grace);
        expect(await author.snapshot()).toBe("saved");
        await pack(author);
        expect(await author.loadedHash()).toBe(mapHash(author.doc));
      }
      expect(author.seq).toBe(21);
      expect(await pack(author)).toEqual({ outcome: "nothing", changes: 0 });
    });

    test("what a kept snapshot needs behind it stays, and so does the newest change", async () => {
      const author = await newAuthor();
      for (let round = 0; round < 3; round++) {
        await author.writeMany(3, ada);
        await author.snapshot();
      }
      expect(await pack(author)).toEqual({ outcome: "packed", changes: 4 });
      const lone = await newAuthor();
      await lone.snapshot();
      expect(await pack(lone)).toEqual({ outcome: "nothing", changes: 0 });
    });

    test("young changes stay, few are not worth it, and no more go at once than are wished", async () => {
      const author = await newAuthor();
      await author.writeMany(9, ada);
      await author.snapshot();
      const nothing = { outcome: "nothing", changes: 0 };
      const before = new Date(Date.now() - 60_000);
      expect(await pack(author, { ...everything(), before })).toEqual(nothing);
      expect(await pack(author, { ...everything(), leastRows: 10 })).toEqual(
        nothing,
      );
      const few = { ...everything(), mostRows: 6 };
      expect(await pack(author, few)).toMatchObject({ changes: 6 });
      expect(await author.loadedHash()).toBe(mapHash(author.doc));
    });

    test("without a snapshot nothing goes, nor by one that says something else", async () => {
      const author = await newAuthor();
      await author.writeMany(9, ada);
      expect((await pack(author)).outcome).toBe("nothing");
      const other = new Author(log, author.journeyId);
      await author.snapshot(other.doc);
      expect(await pack(author)).toEqual({ outcome: "unproved", changes: 0 });
    });

    test("a journey that is gone is not found", async () => {
      const author = await newAuthor();
      await harness.removeJourney(author.journeyId);
      expect((await pack(author)).outcome).toBe("not_found");
    });
  });
}
