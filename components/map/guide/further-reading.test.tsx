import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import de from "@/lib/i18n/messages/de/guide.json";
import en from "@/lib/i18n/messages/en/guide.json";
import nl from "@/lib/i18n/messages/nl/guide.json";
import { FurtherReading } from "./further-reading";

afterEach(cleanup);

it.each([
  ["en", en],
  ["nl", nl],
  ["de", de],
] as const)(
  "[R87] [R61] [R62] in %s each step of the guide has tips, what is only assumed among them, and articles that open elsewhere and learn nothing",
  (locale, guide) => {
    render(
      <NextIntlClientProvider locale={locale} messages={{ guide }}>
        {(["who", "contacts", "optimise"] as const).map((step) => (
          <FurtherReading key={step} step={step} />
        ))}
      </NextIntlClientProvider>,
    );
    for (const tips of Object.values(guide.tips))
      for (const tip of Object.values(tips))
        expect(document.body.textContent).toContain(tip);
    const links = screen.getAllByRole("link", { hidden: true });
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      expect(link.getAttribute("href")).toMatch(/^https:/);
      expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
      expect(link.textContent).toContain(guide.reading.elsewhere);
    }
  },
);
