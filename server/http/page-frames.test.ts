import { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { allowFraming } from "./page-frames";
import { withPageStatus } from "./page-status";

const closed = "default-src 'self'; frame-ancestors 'none'";

/** What a page says after it has named who may frame it. */
function framedBy(origins: readonly string[]) {
  const response = new ServerResponse({ method: "GET" } as never);
  response.setHeader("content-security-policy", closed);
  response.setHeader("x-frame-options", "DENY");
  withPageStatus(response, () => allowFraming(origins));
  return {
    policy: response.getHeader("content-security-policy"),
    older: response.getHeader("x-frame-options"),
  };
}

test("[SH-09] [HD-07] a page may be framed by exactly the sites that it names", () => {
  expect(framedBy(["https://shop.example", "http://localhost:8080"])).toEqual({
    policy:
      "default-src 'self'; frame-ancestors https://shop.example http://localhost:8080",
    older: undefined,
  });
});

test("[HD-07] a page that names nobody is framed by nobody", () => {
  expect(framedBy([])).toEqual({ policy: closed, older: "DENY" });
});
