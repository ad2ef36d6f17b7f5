import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseStrictJson } from "./strict-json";

const why = (text: string) => {
  const parsed = parseStrictJson(text);
  return parsed.ok ? "fine" : parsed.why;
};

describe("strict JSON", () => {
  test.each([
    ['{"a":1,"a":2}', "duplicate_key"],
    ['{"a":{"b":1,"b":1}}', "duplicate_key"],
    ['[{"a":1},{"a":1,"\\u0061":2}]', "duplicate_key"],
    ['{"a":1e400}', "number_range"],
    ['{"a":-1e400}', "number_range"],
    ['{"a":"\\u0000"}', "text"],
    ['{"\\u0000":1}', "text"],
    ['{"a":"\\ud800"}', "text"],
    ['{"__proto__":{"x":1}}', "key"],
    ['{"a":{"constructor":1}}', "key"],
    ["{", "syntax"],
    ["{'a':1}", "syntax"],
    ["[1,]", "syntax"],
    [`${"[".repeat(10_000)}${"]".repeat(10_000)}`, "depth"],
    ["[".repeat(10_000), "depth"],
    [`${'["'}${"[".repeat(10_000)}${'"]'}${"{"}`, "syntax"],
    [`${'"\\"'}${"[".repeat(10_000)}`, "syntax"],
  ])("[AP-13] %s is refused for its %s", (text, reason) => {
    expect(why(text)).toBe(reason);
  });

  test("[AP-13] [IM-09] a string that never ends is refused by looking at every sign once", () => {
    // A pattern that looks for its end from each of its signs would be at it for days.
    expect(why(`"${'\\"'.repeat(2_000_000)}`)).toBe("syntax");
  });

  test.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}'],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}'],
    ['["a","a",{"a":"a"}]'],
    ['{"a":["a","b"],"b":"a"}'],
    ["0"],
    ['"\\\\"'],
  ])("%s is fine", (text) => {
    expect(parseStrictJson(text)).toEqual({
      ok: true,
      value: JSON.parse(text) as unknown,
    });
  });

  test("what JSON.stringify writes comes back unchanged", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        const parsed = parseStrictJson(text);
        if (!parsed.ok) expect(["text", "key"]).toContain(parsed.why);
        else expect(parsed.value).toEqual(JSON.parse(text));
      }),
    );
  });
});
