"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Form } from "react-aria-components";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { PersonalLinkInfo, PersonalLinkState } from "@/lib/api/person";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { LOCALES } from "@/lib/i18n/config";
import { api } from "../api-client";
import { CopyField } from "../copy-field";
import { LocalTime } from "../local-time";
import { ProblemBanner } from "../problem-banner";
import { useAction, useQuickAction } from "../use-action";

interface PersonalLinkProps {
  slug: string;
  stakeholder: StakeholderListItem;
  personal: PersonalLinkState;
}

/** The way in of a stakeholder without an account: make it, hand it on, end it. */
export function PersonalLink({
  slug,
  stakeholder,
  personal,
}: PersonalLinkProps) {
  const t = useTranslations("person.link");
  const path = `/workspaces/${slug}/stakeholders/${stakeholder.id}/personal-link`;
  const { link, canMail } = personal;
  // Its address is told to whoever makes it, and never again.
  const [made, setMade] = useState<PersonalLinkInfo | null>(null);
  const url = made?.id === link?.id ? (made?.url ?? null) : null;
  const isActive = link?.state === "active";
  return (
    <section aria-labelledby="personal-link" className="flex flex-col gap-3">
      <h2 id="personal-link" className="flex items-center gap-2 text-md">
        {t("title")}
        {link?.state === "expired" ? (
          <Badge tone="warning">{t("expired")}</Badge>
        ) : null}
      </h2>
      <p className="max-w-2xl text-sm text-ink-2">{t("text")}</p>
      {isActive ? (
        <ActiveLink {...{ path, link, url, canMail }} name={stakeholder.name} />
      ) : stakeholder.email ? (
        <NewLink path={path} onMade={setMade} />
      ) : (
        <p className="text-sm text-ink-2">{t("noAddress")}</p>
      )}
    </section>
  );
}

const lifetimes = ["30", "90", "180", "365"] as const;
const languages = ["workspace", ...LOCALES] as const;

interface NewLinkProps {
  path: string;
  onMade: (link: PersonalLinkInfo) => void;
}

function NewLink({ path, onMade }: NewLinkProps) {
  const t = useTranslations("person.link");
  const names = useTranslations("common.language");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [days, setDays] = useState<(typeof lifetimes)[number]>("180");
  const [language, setLanguage] =
    useState<(typeof languages)[number]>("workspace");

  const handleSubmit = async () => {
    const locale = language === "workspace" ? null : language;
    const body = { days: Number(days), locale };
    const made = await run(() =>
      api<PersonalLinkInfo>(path, { method: "POST", body }),
    );
    if (!made.ok) return;
    onMade(made.data);
    router.refresh();
  };

  return (
    <Form
      className="flex max-w-2xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <div className="grid items-end gap-3 sm:grid-cols-[10rem_minmax(0,14rem)_auto] sm:justify-start">
        <Select
          label={t("lifetime")}
          options={lifetimes.map((id) => ({ id, label: t(`days.${id}`) }))}
          value={days}
          onChange={setDays}
        />
        <Select
          label={t("language")}
          options={languages.map((id) => ({
            id,
            label: id === "workspace" ? t("ofWorkspace") : names(id),
          }))}
          value={language}
          onChange={setLanguage}
        />
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          className="h-9"
        >
          {t("make")}
        </Button>
      </div>
    </Form>
  );
}

interface ActiveLinkProps {
  path: string;
  link: PersonalLinkInfo;
  /** Known right after it was made, where no mail carries it. */
  url: string | null;
  canMail: boolean;
  name: string;
}

function ActiveLink({ path, link, url, canMail, name }: ActiveLinkProps) {
  const t = useTranslations("person.link");
  const act = useQuickAction();
  const [isMailing, startMailing] = useTransition();
  const [isRevoking, startRevoking] = useTransition();
  const handleMail = () =>
    startMailing(async () => {
      const request = () => api(`${path}/mail`, { method: "POST" });
      await act({ request, done: t("mailed", { name }) });
    });
  const handleRevoke = () =>
    startRevoking(async () => {
      const request = () => api(path, { method: "DELETE" });
      await act({ request, done: t("revoked") });
    });
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      {url ? (
        <>
          <CopyField label={t("url")} isLabelHidden value={url} />
          <p className="text-sm text-ink-2">{t("cannotMail")}</p>
        </>
      ) : (
        <p className="text-sm text-ink-2">
          {t(
            !link.isReadable ? "unreadable" : canMail ? "byMail" : "shownOnce",
          )}
        </p>
      )}
      <LinkFacts link={link} />
      <div className="flex flex-wrap items-center gap-2">
        {canMail && link.isReadable ? (
          <Button isPending={isMailing} onPress={handleMail}>
            <Mail aria-hidden="true" />
            {t("mail")}
          </Button>
        ) : null}
        <Button variant="quiet" isPending={isRevoking} onPress={handleRevoke}>
          {t("revoke")}
        </Button>
      </div>
    </div>
  );
}

/** Until when it works, who made it, and whether it was sent and used. */
function LinkFacts({ link }: { link: PersonalLinkInfo }) {
  const t = useTranslations("person.link");
  const { expiresAt, createdBy, sentAt, lastUsedAt } = link;
  const day = () => <LocalTime at={expiresAt} style="day" />;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
      <li>{t.rich("until", { day })}</li>
      {createdBy ? <li>{t("by", { name: createdBy.name })}</li> : null}
      <li>
        {sentAt
          ? t.rich("sent", { when: () => <LocalTime at={sentAt} /> })
          : t("notSent")}
      </li>
      <li>
        {lastUsedAt
          ? t.rich("used", { when: () => <LocalTime at={lastUsedAt} /> })
          : t("notUsed")}
      </li>
    </ul>
  );
}
