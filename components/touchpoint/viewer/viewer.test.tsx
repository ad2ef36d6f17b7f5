import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import lanes from "@/lib/i18n/messages/en/lanes.json";
import type { Attachment } from "@/lib/journey/journey-map";
import { completeJsdom } from "@/test/jsdom-browser";
import { isViewable } from "./viewable";
import { Viewer } from "./viewer";

completeJsdom();

const file = (name: string, mime: string): Attachment =>
  ({
    id: name,
    kind: "file",
    name,
    mime,
    fileId: `file-${name}`,
    url: null,
  }) as never;
const pictures = ["shop.png", "till.png", "bill.jpg"].map((name) =>
  file(name, "image/png"),
);
const onClose = vi.fn();

beforeEach(() => {
  onClose.mockClear();
  render(
    <NextIntlClientProvider locale="en" messages={{ common, lanes }}>
      <Viewer
        attachments={pictures}
        first="till.png"
        fileUrl={(id) => `/files/${id}`}
        onClose={onClose}
      />
    </NextIntlClientProvider>,
  );
});
afterEach(cleanup);

const shown = () => screen.getByRole("img").getAttribute("src");
const press = (key: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe("the viewer", () => {
  it("[R33] begins with the one that was opened and goes on by the arrows, no further than the ends", () => {
    expect(shown()).toBe("/files/file-till.png");
    expect(screen.getByRole("status").textContent).toBe("2 of 3");
    press("ArrowRight");
    expect(screen.getByRole("dialog", { name: "bill.jpg" })).toBeTruthy();
    press("ArrowRight");
    expect(shown()).toBe("/files/file-bill.jpg");
    press("ArrowLeft");
    press("ArrowLeft");
    expect(shown()).toBe("/files/file-shop.png");
  });

  it("closes on Esc and offers the file itself", () => {
    const link = screen.getByRole("link", { name: "Download till.png" });
    expect(link.getAttribute("download")).toBe("till.png");
    press("Escape");
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("says when a picture cannot be shown", () => {
    fireEvent.error(screen.getByRole("img"));
    expect(screen.getByRole("alert").textContent).toContain("download");
  });

  it("takes pictures and PDFs, and nothing that a browser would run", () => {
    expect(isViewable(file("a", "application/pdf"))).toBe(true);
    expect(isViewable(file("a", "text/html"))).toBe(false);
    expect(isViewable({ ...file("a", "image/png"), kind: "link" })).toBe(false);
  });
});
