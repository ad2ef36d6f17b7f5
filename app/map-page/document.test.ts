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

it("[HD-01] every script of the page carries its nonce", () => {
  const html =
    beforeMap(head) + afterMap({ nonce: "n0nce", data: "{}", words: "{}" });
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

it("names the script that wakes the page once, and nothing that is not there", () => {
  const html = beforeMap({
    ...head,
    early: null,
    files: { ...files, font: null },
  });
  expect(html.match(/page-a1\.js/g)).toHaveLength(1);
  expect(html).not.toContain("early");
  expect(html).not.toContain(`rel="preload"`);
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
