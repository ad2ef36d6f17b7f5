import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { isDrawn } from "@/lib/kept/page-text";
import { afterMap, beforeMap, failedMap } from "./document";

const files = {
  script: "/_next/static/map/page-a1.js",
  preloads: ["/_next/static/map/more-b2.js"],
  styles: ["/_next/static/map/page-c3.css"],
  font: "/_next/static/map/inter-d4.woff2",
};
const head = {
  locale: "de" as const,
  theme: "dark",
  title: "Reise · Waymark",
  nonce: "n0nce",
  files,
  early: "early()",
};

it("[HD-01] every script that stands in the page carries its nonce", () => {
  const html =
    beforeMap(head) +
    afterMap({ nonce: "n0nce", files, data: "{}", words: "{}" });
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  expect(scripts).toHaveLength(4);
  for (const script of scripts) expect(script).toContain('nonce="n0nce"');
  expect(html).toContain(`<html lang="de" data-theme="dark">`);
});

it("[RT-01] no title and no text of a map can end the element that it stands in", () => {
  const hostile = `</script><script>alert(1)</script><!--"&`;
  const html =
    beforeMap({ ...head, title: hostile }) +
    afterMap({
      nonce: "n0nce",
      files,
      data: JSON.stringify({ hostile }),
      words: JSON.stringify({ hostile }),
    });
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain("<!--");
  expect(html).toContain(
    "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&quot;&amp;</title>",
  );
  const [, data = ""] = /id="map-page-data">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(data)).toEqual({ hostile });
});

it("asks for the script that wakes the page at once, and has it run behind the map alone", () => {
  const before = beforeMap({
    ...head,
    early: null,
    files: { ...files, font: null },
  });
  expect(before.match(/page-a1\.js/g)).toHaveLength(1);
  expect(before).toContain(
    `<link rel="preload" as="script" nonce="n0nce" href="${files.script}" crossorigin>`,
  );
  expect(before).not.toContain("<script");
  expect(before).not.toContain("font");
  const after = afterMap({ nonce: "n0nce", files, data: "{}", words: "{}" });
  expect(after.match(/page-a1\.js/g)).toHaveLength(1);
});

/** Runs what stands behind the map in a page that paints when it is told to. */
function wakeIn(hidden: boolean) {
  const [, script = ""] =
    /<script nonce="n0nce">(.*?)<\/script>/.exec(
      afterMap({ nonce: "n0nce", files, data: "{}", words: "{}" }),
    ) ?? [];
  const added: object[] = [];
  const frames: (() => void)[] = [];
  const timers: { call: () => void; ms: number }[] = [];
  runInNewContext(script, {
    document: {
      hidden,
      currentScript: { nonce: "n0nce" },
      createElement: () => ({}),
      head: { append: (one: object) => added.push(one) },
    },
    requestAnimationFrame: (call: () => void) => frames.push(call),
    setTimeout: (call: () => void, ms = 0) => timers.push({ call, ms }),
  });
  return { added, frames, timers };
}

const module = { type: "module", nonce: "n0nce", src: files.script };

it("runs the page's script once, after the first frame in which the map stands", () => {
  const { added, frames, timers } = wakeIn(false);
  const [late] = timers.splice(0);
  expect(added).toEqual([]);
  frames[0]!();
  expect(added).toEqual([]);
  timers[0]!.call();
  expect(added).toEqual([module]);
  late!.call();
  expect(added).toHaveLength(1);
});

it("wakes a page that is not painted: hidden from the start, or before the first frame", () => {
  expect(wakeIn(true).added).toEqual([module]);
  const { added, timers } = wakeIn(false);
  expect(timers.map(({ ms }) => ms)).toEqual([1_000]);
  timers[0]!.call();
  expect(added).toEqual([module]);
});

it("says in words that a map could not be drawn, with a way to try again", () => {
  const html = failedMap({ title: "Oh <b>", text: "Later.", retry: "Again" });
  expect(html).toContain("Oh &lt;b&gt;");
  expect(html).toContain(`<a href=""`);
});

it("[FT-15] is not taken for a map to keep where it could not be drawn", () => {
  expect(isDrawn(failedMap({ title: "", text: "", retry: "" }))).toBe(false);
  expect(isDrawn(beforeMap({ ...head, title: "<main data-failed" }))).toBe(
    true,
  );
});
