import { expect, test } from "vitest";
import { resolve } from "@/lib/journey/resolve";
import { testDocument } from "@/lib/journey/testing/context";
import { FULL_SEED } from "@/lib/journey/testing/sample";
import { readEntity } from "./map-entity";

test("one thing that is read alone says what the whole map says of it", () => {
  const { doc } = testDocument(FULL_SEED);
  const map = resolve(doc);
  expect(readEntity(doc, { root: "meta", id: "" })).toEqual(map.meta);
  for (const { touchpoints, ...stage } of map.stages) {
    expect(readEntity(doc, { root: "stages", id: stage.id })).toEqual(stage);
    for (const touchpoint of touchpoints)
      expect(
        readEntity(doc, { root: "touchpoints", id: touchpoint.id }),
      ).toEqual(touchpoint);
  }
  for (const lane of map.lanes)
    expect(readEntity(doc, { root: "lanes", id: lane.id })).toEqual(lane);
  for (const card of Object.values(map.cells).flat())
    expect(readEntity(doc, { root: "cards", id: card.id })).toEqual(card);
  for (const attachment of Object.values(map.attachments).flat())
    expect(readEntity(doc, { root: "attachments", id: attachment.id })).toEqual(
      attachment,
    );
  for (const { from, to, kind } of map.links)
    expect(
      readEntity(doc, { root: "links", id: `${from}:${to}:${kind}` }),
    ).toEqual({ from, to, kind });
  expect(readEntity(doc, { root: "personas", id: "" })).toEqual({
    personaIds: map.personas,
  });
});
