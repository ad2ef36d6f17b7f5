import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isForTests, liftsGuard, settingsIn } from "./ways-around";

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(app|components|lib|server)\/.*\.tsx?$/.test(file));

test("[AZ-20] the pages' side answers programs at sign-in only; all else is the API's", () => {
  const handlers = files.filter((file) => /^app\/.*\/route\.tsx?$/.test(file));
  expect(handlers).toEqual(["app/api/auth/[...nextauth]/route.ts"]);
});

/** Everything that is shipped and runs on the server, but for what was generated. */
const shipped = files.filter(
  (file) =>
    /^(app|lib|server)\//.test(file) &&
    !/\.test\.tsx?$|\/testing\/|\/generated\//.test(file),
);

test("[RL-04] nothing that is shipped goes another way in tests, and no setting lifts a guard", () => {
  expect(shipped.length).toBeGreaterThan(500);
  expect(
    shipped.filter((file) => isForTests.test(readFileSync(file, "utf8"))),
  ).toEqual([]);
  const settings = settingsIn(readFileSync("server/env.ts", "utf8"), 2);
  expect(settings.length).toBeGreaterThan(20);
  expect(settings.filter((name) => liftsGuard.test(name))).toEqual([]);
  // In the middle of a limit or an access decision nobody asks where the program runs.
  const guards = shipped.filter((file) =>
    /^(lib\/access|server\/(limits|auth))\//.test(file),
  );
  expect(guards.length).toBeGreaterThan(10);
  expect(
    guards.filter((file) => /NODE_ENV/.test(readFileSync(file, "utf8"))),
  ).toEqual([]);
});

test("[UP-07] no address of a file is signed: whoever asks for one is asked who they are", () => {
  const signing = /getSignedUrl|getSignedUploadUrl|presign/i;
  expect(
    shipped.filter((file) => signing.test(readFileSync(file, "utf8"))),
  ).toEqual([]);
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
