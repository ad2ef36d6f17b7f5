"use client";

import { IntlProvider, type Messages } from "next-intl";
import { StrictMode } from "react";
import { FreshnessChip } from "@/components/map/header/freshness-chip";
import type { JourneyEditorProps } from "@/components/map/editor-props";
import { JourneyEditor } from "@/components/map/journey-editor";
import { UiProvider } from "@/components/ui/provider";
import { ShareButton } from "@/components/workspace/share/share-button";
import type { Locale } from "@/lib/i18n/config";
import { formats } from "@/lib/i18n/formats";
import type { Reviewed } from "@/lib/insight/freshness";
import { PageBoundary } from "./page-boundary";
import { PageRoute, type RouteParams } from "./page-route";

/** All that the page of a map is drawn from, on the server and again in the browser. It travels as JSON. */
export interface MapPageData {
  readonly params: RouteParams;
  readonly locale: Locale;
  /** When the page was asked for. */
  readonly now: string;
  readonly title: string;
  readonly editor: Omit<JourneyEditorProps, "freshness" | "actions">;
  readonly reviewed: Pick<Reviewed, "reviewedAt" | "createdAt">;
}

interface MapPageProps {
  readonly data: MapPageData;
  /** Messages by namespace. */
  readonly words: Messages;
}

/** The page of a map: what stands around the editor, and the editor. */
export function MapPage({ data, words }: MapPageProps) {
  const { params, locale, now, title, editor, reviewed } = data;
  return (
    <StrictMode>
      <PageRoute params={params}>
        <IntlProvider
          locale={locale}
          messages={words}
          formats={formats}
          // Dates are stored in UTC; components/workspace/local-time.tsx shows them in the browser's zone.
          timeZone="UTC"
          now={new Date(now)}
        >
          <UiProvider locale={locale}>
            <PageBoundary>
              <main className="h-dvh">
                <JourneyEditor
                  {...editor}
                  freshness={<FreshnessChip {...reviewed} />}
                  actions={
                    editor.abilities.share ? (
                      <ShareButton
                        slug={params.slug}
                        journeyId={params.id}
                        title={title}
                      />
                    ) : null
                  }
                />
              </main>
            </PageBoundary>
          </UiProvider>
        </IntlProvider>
      </PageRoute>
    </StrictMode>
  );
}
