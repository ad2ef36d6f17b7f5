import { byPointer } from "./by-pointer";
import { test } from "./fixtures";
import { mapTogether } from "./main-job";

test("[N12] [R71] a team maps a journey together, from signing up to a link that is revoked", async ({
  server,
  signUp,
  browser,
}) => {
  test.setTimeout(240_000);
  await mapTogether(byPointer, { server, signUp, browser });
});
