import { describe, expect, it } from "vitest";
import { addressName, toWebAddress } from "./web-address";

describe("addresses of links", () => {
  it.each([
    ["example.org/page", "https://example.org/page"],
    ["  https://example.org ", "https://example.org/"],
    ["http://localhost:3000/x", "http://localhost:3000/x"],
    ["localhost:3000/x", "https://localhost:3000/x"],
    ["mailto:mark@example.org", "mailto:mark@example.org"],
    ["intranet.example.nl:8443/map", "https://intranet.example.nl:8443/map"],
  ])("[R34] takes %j as %s", (typed, address) => {
    expect(toWebAddress(typed)).toBe(address);
  });

  it.each([
    "",
    "   ",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "just words",
    "word",
  ])("refuses %j", (typed) => {
    expect(toWebAddress(typed)).toBeNull();
  });

  it("names a link by host and path", () => {
    expect(addressName("https://www.example.org/gids/schoenen/")).toBe(
      "example.org/gids/schoenen",
    );
    expect(addressName("mailto:mark@example.org")).toBe("mark@example.org");
  });
});
