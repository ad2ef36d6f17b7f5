import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { I18nProvider } from "react-aria-components";
import type { ImportWork } from "@/lib/api/import-works";
import type { ImportItem } from "@/lib/api/imports";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import imports from "@/lib/i18n/messages/en/imports.json";
import { ImportPage } from "../import-page";
import { checkout, delivery } from "./reading";

/** Draws the page of the imports of a journey. */
export function showImports(
  mayImport = true,
  runs: readonly ImportItem[] = [],
  works: readonly ImportWork[] = [],
) {
  return render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      formats={formats}
      now={new Date("2026-11-29T12:00:00Z")}
      messages={{ common, errors, evidence, imports }}
    >
      <I18nProvider locale="en">
        <ImportPage
          slug="shoes"
          journeyId="0198c000-0000-7000-8000-00000000c001"
          title="Buying shoes"
          touchpoints={[
            { id: checkout, title: "Checkout" },
            { id: delivery, title: "Delivery" },
          ]}
          personas={[]}
          mayImport={mayImport}
          runs={{ imports: [...runs], nextCursor: null }}
          works={works}
        />
      </I18nProvider>
    </NextIntlClientProvider>,
  );
}
