import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import { PageBoundary } from "./page-boundary";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Broken(): never {
  throw new Error("cannot be drawn");
}

const show = (content: ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="UTC">
      <PageBoundary>{content}</PageBoundary>
    </NextIntlClientProvider>,
  );

test("a map that cannot be drawn any more says so, with a way to try again", () => {
  // React tells the console of what a boundary caught.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  show(<Broken />);
  expect(
    screen.getByRole("heading", { name: common.error.title }),
  ).toBeTruthy();
  expect(screen.getByRole("button", { name: common.retry })).toBeTruthy();
});

test("a map that is drawn stands there as it is", () => {
  show(<p>The map</p>);
  expect(screen.getByText("The map")).toBeTruthy();
  expect(screen.queryByRole("heading")).toBeNull();
});
