"use client";

import { ExternalLink, Pencil, QrCode } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { CopyField } from "@/components/workspace/copy-field";
import { useTimeZone } from "@/components/workspace/local-time";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { PulseInfo } from "@/lib/api/pulses";
import { PulseResults } from "./pulse-results";
import { PulseSettings } from "./pulse-settings";

interface PulseItemProps {
  /** Of this pulse in the API. */
  readonly path: string;
  readonly pulse: PulseInfo;
  /** Where only one touchpoint is looked at. */
  readonly touchpointId: string | null;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

const tones = {
  open: "success",
  scheduled: "accent",
  closed: "neutral",
  revoked: "neutral",
} as const;

/** One pulse: whom it asks, what came of it, its link, and the ways to close it. */
export function PulseItem(props: PulseItemProps) {
  const { path, pulse, touchpointId, mayChange, onChanged } = props;
  const t = useTranslations("pulses");
  const name = pulse.name || t(`unnamed.${pulse.audience}`);
  const results = pulse.results.filter(
    (result) => touchpointId === null || result.touchpointId === touchpointId,
  );
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3 text-sm">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">{name}</p>
          <PulseFacts pulse={pulse} />
        </div>
        <Badge tone={tones[pulse.state]}>{t(`state.${pulse.state}`)}</Badge>
      </div>
      <PulseResults
        {...{ path, results, mayChange }}
        least={pulse.leastAnswers}
        isTitled={touchpointId === null}
      />
      {mayChange && pulse.state !== "revoked" ? (
        <PulseLink {...{ path, pulse, name, onChanged }} />
      ) : null}
    </li>
  );
}

function PulseFacts({ pulse }: { readonly pulse: PulseInfo }) {
  const t = useTranslations("pulses");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const { audience, persona, opensAt, closesAt, createdBy, state } = pulse;
  const day = (at: Date) => format.dateTime(at, "day", { timeZone });
  // The last day on which it is open, and not the midnight at which it closes.
  const last = closesAt && new Date(new Date(closesAt).getTime() - 1);
  const facts = [
    t(`audience.${audience}`),
    persona?.name,
    state === "scheduled" && opensAt
      ? t("from", { day: day(new Date(opensAt)) })
      : "",
    last ? t("until", { day: day(last) }) : "",
    createdBy ? t("by", { name: createdBy.name }) : "",
  ];
  return (
    <p className="text-xs text-ink-3 wrap-anywhere">
      {facts.filter(Boolean).join(" · ")}
    </p>
  );
}

interface PulseLinkProps {
  readonly path: string;
  readonly pulse: PulseInfo;
  readonly name: string;
  readonly onChanged: () => void;
}

/** The link to hand on, as text and as a code, and what can be done with it. */
function PulseLink({ path, pulse, name, onChanged }: PulseLinkProps) {
  const t = useTranslations("pulses");
  const [shows, show] = useState<"code" | "settings" | null>(null);
  const { url, state, frameOrigins } = pulse;
  const toggle = (what: "code" | "settings") =>
    show(shows === what ? null : what);
  return (
    <div className="flex flex-col gap-2.5 border-t border-line pt-3">
      {url ? (
        <CopyField label={t("url")} isLabelHidden value={url} />
      ) : (
        <p className="text-ink-2">{t("unreadable")}</p>
      )}
      {url && frameOrigins.length > 0 ? (
        <CopyField label={t("snippet")} value={snippetOf(url, t("frame"))} />
      ) : null}
      <div className="flex flex-wrap gap-1">
        {url ? (
          <ButtonLink
            size="sm"
            variant="quiet"
            href={url}
            target="_blank"
            aria-label={`${t("open")}: ${name}`}
          >
            <ExternalLink aria-hidden="true" />
            {t("open")}
          </ButtonLink>
        ) : null}
        {url ? (
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={shows === "code"}
            onPress={() => toggle("code")}
          >
            <QrCode aria-hidden="true" />
            {t("code")}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={shows === "settings"}
          onPress={() => toggle("settings")}
        >
          <Pencil aria-hidden="true" />
          {t("edit")}
        </Button>
        <CloseButton {...{ path, state, onChanged }} />
        <RevokeButton {...{ path, onChanged }} />
      </div>
      {shows === "code" ? <Code {...{ path, name }} /> : null}
      {shows === "settings" ? (
        <PulseSettings
          {...{ path, pulse }}
          onDone={() => {
            show(null);
            onChanged();
          }}
        />
      ) : null}
    </div>
  );
}

/** What stands on another site in place of the page. */
const snippetOf = (url: string, title: string) =>
  `<iframe src="${url}" title="${title.replaceAll('"', "&quot;")}" width="100%" height="640" style="border:0"></iframe>`;

/** To be photographed by a phone, or saved and printed for a till or a poster. */
function Code({
  path,
  name,
}: {
  readonly path: string;
  readonly name: string;
}) {
  const t = useTranslations("pulses");
  const address = `/api/v1${path}/code`;
  return (
    <figure className="flex flex-col items-start gap-2">
      {/* The framework's picture would send it through its own decoder. */}
      <img
        src={address}
        alt={t("codeAlt", { name })}
        className="size-48 rounded-md border border-line bg-white"
      />
      <ButtonLink size="sm" href={address} download="pulse.svg">
        {t("saveCode")}
      </ButtonLink>
    </figure>
  );
}

/** Does something with a pulse and says why where it cannot. */
function useChange(onChanged: () => void) {
  const problemText = useProblemText();
  return async (
    request: () => ReturnType<typeof api>,
    done: string,
  ): Promise<boolean> => {
    const result = await request();
    showToast(
      result.ok
        ? { text: done, tone: "success" }
        : { text: problemText(result.problem), tone: "danger" },
    );
    onChanged();
    return result.ok;
  };
}

interface StateButtonProps {
  readonly path: string;
  readonly onChanged: () => void;
}

function CloseButton({
  path,
  state,
  onChanged,
}: StateButtonProps & { readonly state: PulseInfo["state"] }) {
  const t = useTranslations("pulses");
  const change = useChange(onChanged);
  const isClosed = state === "closed";
  const body = { isClosed: !isClosed };
  return (
    <Button
      size="sm"
      variant="quiet"
      onPress={() =>
        void change(
          () => api(path, { method: "PATCH", body }),
          t(isClosed ? "reopened" : "closed"),
        )
      }
    >
      {t(isClosed ? "reopen" : "close")}
    </Button>
  );
}

function RevokeButton({ path, onChanged }: StateButtonProps) {
  const t = useTranslations("pulses");
  const change = useChange(onChanged);
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Button size="sm" variant="quiet" onPress={() => ask(true)}>
        {t("revoke")}
      </Button>
      <ConfirmDialog
        isDanger
        title={t("revokeTitle")}
        isOpen={isAsking}
        onOpenChange={ask}
        confirmLabel={t("revoke")}
        onConfirm={() =>
          change(() => api(path, { method: "DELETE" }), t("revoked"))
        }
      >
        {t("revokeText")}
      </ConfirmDialog>
    </>
  );
}
