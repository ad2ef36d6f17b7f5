import { describe, expect, it, test } from "vitest";
import { askedMap } from "./asked-map";

const id = "0198c1de-0000-7000-8000-000000000001";
const map = `/w/acme/journeys/${id}`;
const ask = (url: string, { method = "GET", headers = {} } = {}) =>
  askedMap({ method, url, headers });

describe("[039] the page of a map is drawn apart from all others", () => {
  it("takes its address, with what it asks for", () => {
    const asked = ask(`${map}?view=table&touchpoint=a%20b`);
    expect(asked?.params).toEqual({ slug: "acme", id });
    expect(Object.fromEntries(asked!.query)).toEqual({
      view: "table",
      touchpoint: "a b",
    });
    expect(asked?.isByRouter).toBe(false);
    expect(ask(map, { method: "HEAD" })).not.toBeNull();
  });

  test.each([
    ["the list", "/w/acme/journeys"],
    ["another page of the journey", `${map}/history`],
    ["what is no id", "/w/acme/journeys/new"],
    ["what only looks like an id", `/w/acme/journeys/${"-".repeat(36)}`],
    ["another spelling", `/W/acme/journeys/${id}`],
    ["a longer address", `${map}/`],
    ["a shared map", "/s/some-token"],
  ])("leaves %s to the framework", (_, url) => expect(ask(url)).toBeNull());

  it("leaves what would change something to others", () =>
    expect(ask(map, { method: "POST" })).toBeNull());

  it("knows the framework's router by its header", () =>
    expect(ask(map, { headers: { rsc: "1" } })?.isByRouter).toBe(true));
});
