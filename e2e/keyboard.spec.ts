import { byKeys } from "./by-keys";
import { test } from "./fixtures";
import { mapTogether } from "./main-job";

test("[N10] the whole job is done by two people with the keyboard alone", async ({
  server,
  signUp,
  browser,
}) => {
  test.setTimeout(240_000);
  await mapTogether(byKeys, { server, signUp, browser });
});
