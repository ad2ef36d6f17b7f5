import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { Toasts } from "@/components/ui/toast";
import { formats } from "@/lib/i18n/formats";
import auth from "@/lib/i18n/messages/en/auth.json";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import journeys from "@/lib/i18n/messages/en/journeys.json";
import map from "@/lib/i18n/messages/en/map.json";
import mine from "@/lib/i18n/messages/en/mine.json";
import personas from "@/lib/i18n/messages/en/personas.json";
import settings from "@/lib/i18n/messages/en/settings.json";
import share from "@/lib/i18n/messages/en/share.json";
import stakeholders from "@/lib/i18n/messages/en/stakeholders.json";
import templates from "@/lib/i18n/messages/en/templates.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";

const messages = {
  auth,
  common,
  errors,
  journeys,
  map,
  mine,
  personas,
  settings,
  share,
  stakeholders,
  templates,
  touchpoints,
};

/** A page of a workspace in English, with the corner in which notices appear. */
export function WorkspaceScene({ children }: { readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      now={new Date("2026-01-05T12:00:00Z")}
      {...{ formats, messages }}
    >
      {children}
      <Toasts />
    </NextIntlClientProvider>
  );
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What pages ask of the server, and what it answers. */
export class TestServer {
  readonly asked: Asked[] = [];
  /** The versions that changes were made to, as they said. */
  readonly versions: string[] = [];
  private readonly answers: { status: number; body: unknown }[] = [];

  constructor() {
    vi.stubGlobal("fetch", (path: string, init: RequestInit = {}) => {
      const { method = "GET", body } = init;
      const text =
        typeof body === "string" ? (JSON.parse(body) as unknown) : null;
      if (method !== "GET") this.asked.push({ method, path, body: text });
      const version = new Headers(init.headers).get("if-match");
      if (version !== null) this.versions.push(version);
      if (method === "GET")
        return Promise.resolve(Response.json({ csrfToken: "x" }));
      const answer = this.answers.shift() ?? { status: 200, body: {} };
      return Promise.resolve(
        Response.json(answer.body, { status: answer.status }),
      );
    });
  }

  /** What it answers next; otherwise it is content. */
  will(status: number, body: unknown): void {
    this.answers.push({ status, body });
  }
}
