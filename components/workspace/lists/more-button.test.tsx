import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { MoreButton } from "./more-button";

completeJsdom();
afterEach(cleanup);
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };

/** Five rows, two to a page. */
function List() {
  const [shown, show] = useState(2);
  const more = async () => {
    show(Math.min(5, shown + 2));
    return true;
  };
  return (
    <NextIntlClientProvider locale="en" messages={{ common }}>
      <MoreButton
        list={{ hasMore: shown < 5, isLoading: false, more }}
        shown={shown}
        label="Show older"
      />
    </NextIntlClientProvider>
  );
}

test("[R52] reading on keeps the focus, says how many came, and leaves it where the list ends", async () => {
  render(<List />);
  const button = screen.getByRole("button", { name: "Show older" });
  button.focus();
  fireEvent.click(button);
  const status = screen.getByRole("status");
  await waitFor(
    () => expect(status.textContent).toBe("2 more shown"),
    patience,
  );
  expect(document.activeElement).toBe(button);
  fireEvent.click(button);
  await waitFor(
    () => expect(status.textContent).toBe("1 more shown"),
    patience,
  );
  expect(screen.queryByRole("button")).toBeNull();
  expect(document.activeElement).toBe(status);
});
