import { readFile } from "node:fs/promises";
import path from "node:path";
import { nextFolder } from "../scripts/build.mjs";
import { root } from "../scripts/processes.mjs";
import type { Case } from "./raw";

const five = (name: string) => Array(5).fill(name).join(":");

/** What has opened pages of this framework before, or is how it asks itself. */
const disguises: Readonly<Record<string, string>>[] = [
  {},
  ...[
    "middleware",
    "src/middleware",
    "pages/_middleware",
    "proxy",
    "src/proxy",
    five("middleware"),
    five("src/middleware"),
    five("proxy"),
    five("src/proxy"),
  ].map((name) => ({ "x-middleware-subrequest": name })),
  { "x-middleware-prefetch": "1" },
  { "x-middleware-next": "1" },
  { "x-middleware-rewrite": "/" },
  { "x-middleware-subrequest-id": "0" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "2" },
  ...["/_tree", "/_full", "/_index", "/w", "/w/$d$slug", "/__PAGE__"].map(
    (segment) => ({
      rsc: "1",
      "next-router-prefetch": "1",
      "next-router-segment-prefetch": segment,
    }),
  ),
  { "next-url": "/" },
  { purpose: "prefetch", "sec-purpose": "prefetch" },
  { "x-nextjs-data": "1" },
  { "x-invoke-path": "/", "x-invoke-status": "200", "x-invoke-output": "/" },
  { "x-matched-path": "/", "x-now-route-matches": "1=other" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { "x-original-url": "/", "x-rewrite-url": "/" },
  { "x-prerender-revalidate": "1", "x-next-cache-tags": "a" },
  { "x-nextjs-postponed": "1", "next-resume": "1" },
];

/** A tree in which the browser claims to hold all layouts already, so that only the page is drawn. */
function partAlone(page: string): Record<string, string> {
  const parts = page.split("/").slice(1);
  const tree = parts.reduceRight<unknown>(
    (below, part) => {
      const isParameter = part.startsWith("[");
      const segment = isParameter ? [part.slice(1, -1), "x", "d", null] : part;
      return [segment, { children: below }];
    },
    ["__PAGE__", {}, null, "refetch"],
  );
  return {
    rsc: "1",
    "next-router-state-tree": encodeURIComponent(
      JSON.stringify(["", { children: tree }]),
    ),
  };
}

const buildId = () =>
  readFile(path.join(root, nextFolder(), "BUILD_ID"), "utf8");

/** Other spellings of an address, and addresses at which the framework keeps parts of a page. */
const spellings = (address: string, build: string): string[] => [
  `${address}.rsc`,
  `${address}.prefetch.rsc`,
  `${address}.segments/_tree.segment.rsc`,
  `${address}.segments/_full.segment.rsc`,
  `${address}.json`,
  `${address}.html`,
  `${address}.txt`,
  `${address}?_rsc=abc`,
  `${address}?nxtPslug=other&nxtPid=other`,
  `${address}?%6e%78tPslug=other`,
  `${address}?__nextLocale=en&__nextDefaultLocale=en&__nextDataReq=1`,
  `${address}?_nextRewroteUrl=/&__rsc=1`,
  `${address}/`,
  `${address}//`,
  `${address};x=.css`,
  `${address}%2f`,
  `${address}%00`,
  `${address}/.`,
  `/${address}`,
  address.replace(/^\//, "/%2f"),
  address.replace(/^\//, "/%2e/"),
  address.replace(/^\//, "/x/../"),
  address.replace(/^\//, "/\\"),
  address.replaceAll("/", "//"),
  address.replaceAll(/(?!^)\//g, "%2f"),
  address.toUpperCase().replace(/^\/(W|ACCOUNT)/, "/$1"),
  ...["en", "nl", "de", "en-GB"].map((locale) => `/${locale}${address}`),
  `/_next/data/${build}${address}.json`,
  `/_next/data/${build}/en${address}.json`,
  `/_next/rsc${address}`,
];

/** One address, asked for in every way that we know of. */
export const cases = async (page: string, address: string): Promise<Case[]> => [
  ...disguises.map((headers) => ({ address, headers })),
  { address, headers: partAlone(page) },
  ...spellings(address, await buildId()).map((spelling) => ({
    address: spelling,
    headers: {},
  })),
  ...[".rsc", "?_rsc=abc", "?nxtPslug=other", ";x=.css", "/"].map((end) => ({
    address: address + end,
    headers: { rsc: "1" },
  })),
];
