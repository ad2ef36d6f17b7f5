import { expect, test } from "vitest";
import type { GalleryTemplate } from "@/lib/api/templates";
import { findTemplates, templateId } from "./filter-templates";

function template(key: string, stages: readonly string[], hidden = false) {
  const plan = {
    stages: stages.map((title) => ({
      title,
      description: "",
      colour: null,
      touchpoints: [],
    })),
    lanes: [{ title: "Größte Wünsche", kind: "gain", hint: "", cells: [] }],
  };
  const name = `Name of ${key}`;
  return {
    kind: "built-in",
    key,
    hidden,
    name,
    summary: "",
    locale: "de",
    plan,
  } as const;
}
const templates: GalleryTemplate[] = [
  template("a", ["Suchen", "Kaufen"]),
  template("b", ["1", "2", "3", "4", "5"]),
  template("c", ["1", "2", "3", "4", "5", "6"], true),
];
const found = (filter: Partial<Parameters<typeof findTemplates>[1]>) =>
  findTemplates(templates, {
    query: "",
    stages: "any",
    hidden: false,
    ...filter,
  }).map(templateId);

test("templates are found by a word of their name, stages or lanes, in any case", () => {
  expect(found({ query: "kauf größte" })).toEqual(["a"]);
  expect(found({ query: "name of b" })).toEqual(["b"]);
  expect(found({ query: "nothing" })).toEqual([]);
});

test("they are narrowed by how many stages they have, and the hidden ones come on demand", () => {
  expect(found({ stages: "few" })).toEqual(["a"]);
  expect(found({ stages: "five" })).toEqual(["b"]);
  expect(found({ stages: "many" })).toEqual([]);
  expect(found({ stages: "many", hidden: true })).toEqual(["c"]);
});
