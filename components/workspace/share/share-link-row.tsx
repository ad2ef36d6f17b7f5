"use client";

import { ExternalLink } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { showToast } from "@/components/ui/toast";
import type { ShareLinkInfo } from "@/lib/api/share-links";
import { api } from "../api-client";
import { CopyField } from "../copy-field";
import { useProblemText } from "../use-problem-text";

interface ShareLinkRowProps {
  path: string;
  link: ShareLinkInfo;
  onChanged: () => void;
}

/** One link: what it shows, how often it was opened, copy, look, revoke. */
export function ShareLinkRow({ path, link, onChanged }: ShareLinkRowProps) {
  const t = useTranslations("share.link");
  const problemText = useProblemText();
  const name = link.name || t("unnamed");
  const isActive = link.state === "active";

  const handleRevoke = async () => {
    const result = await api(`${path}/${link.id}`, { method: "DELETE" });
    if (result.ok) showToast({ text: t("revokedToast"), tone: "success" });
    else showToast({ text: problemText(result.problem), tone: "danger" });
    onChanged();
  };

  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 basis-40">
          <span className="block truncate font-medium">{name}</span>
          <LinkFacts link={link} />
        </span>
        {link.state === "active" ? null : <Badge>{t(link.state)}</Badge>}
        {isActive && link.url ? (
          <ButtonLink
            size="sm"
            variant="quiet"
            href={link.url}
            target="_blank"
            aria-label={`${t("open")}: ${name}`}
          >
            <ExternalLink aria-hidden="true" />
            {t("open")}
          </ButtonLink>
        ) : null}
        {link.state === "revoked" ? null : (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`${t("revoke")}: ${name}`}
            onPress={() => void handleRevoke()}
          >
            {t("revoke")}
          </Button>
        )}
      </div>
      {isActive && link.url ? (
        <CopyField label={t("url")} isLabelHidden value={link.url} />
      ) : null}
    </li>
  );
}

function LinkFacts({ link }: { link: ShareLinkInfo }) {
  const t = useTranslations("share.link");
  const format = useFormatter();
  const { visitCount, expiresAt, showOwners, createdBy } = link;
  const facts = [
    t("visits", { count: visitCount }),
    expiresAt &&
      t("until", { day: format.dateTime(new Date(expiresAt), "day") }),
    showOwners && t("owners"),
    createdBy && t("by", { name: createdBy.name }),
  ];
  return (
    <span className="block text-xs text-ink-3">
      {facts.filter(Boolean).join(" · ")}
    </span>
  );
}
