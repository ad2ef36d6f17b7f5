import { expect, test } from "vitest";
import { problemStatus } from "@/server/errors";
import { LOCALES } from "@/lib/i18n/config";
import { loadMessages } from "@/lib/i18n/messages";

test.each(LOCALES)(
  "[A9] every refusal of the server has a sentence in %s",
  async (locale) => {
    const { errors = {} } = await loadMessages(locale, ["errors"]);
    for (const code of Object.keys(problemStatus))
      expect({ [code]: errors[code] }).toEqual({
        [code]: expect.stringMatching(/\S.*[.?]$/),
      });
  },
);
