import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(app|components|lib|server)\/.*\.tsx?$/.test(file));

test("[AZ-20] the pages' side answers programs at sign-in only; all else is the API's", () => {
  const handlers = files.filter((file) => /^app\/.*\/route\.tsx?$/.test(file));
  expect(handlers).toEqual(["app/api/auth/[...nextauth]/route.ts"]);
});

test("[AZ-14] nothing stands before the pages but our own server", () => {
  const hooks = files.filter((file) =>
    /(^|\/)(proxy|middleware)\.tsx?$/.test(file),
  );
  expect(hooks).toEqual([]);
});

test("[AZ-15] there are no server actions", () => {
  const actions = files.filter((file) =>
    /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
  );
  expect(actions).toEqual([]);
});
