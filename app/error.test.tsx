import { fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/nl/common.json";
import ErrorPage from "./error";

afterEach(() => void vi.unstubAllGlobals());

test("a page that failed is asked for again, and says by which number its server knows why", () => {
  const reload = vi.fn();
  vi.stubGlobal(
    "location",
    Object.assign(new URL(window.location.href), { reload }),
  );
  const error = Object.assign(new Error("no rows"), { digest: "4711" });
  render(
    <NextIntlClientProvider locale="nl" messages={{ common }}>
      <ErrorPage error={error} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText(/4711/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: common.retry }));
  expect(reload).toHaveBeenCalledOnce();
});
