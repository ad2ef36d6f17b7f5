"use client";

import { Copy, Link2, Mail } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useTransition } from "react";
import { copyText } from "@/components/room/copy-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { InvitationItem } from "@/lib/api/workspaces";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";

interface InvitationListProps {
  slug: string;
  invitations: readonly InvitationItem[];
}

/** The invitations that nobody has used yet. */
export function InvitationList({ slug, invitations }: InvitationListProps) {
  const t = useTranslations("settings.invitations");
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="open-invitations">
      <h3 id="open-invitations" className="mb-2 text-sm font-medium">
        {t("open")}
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} {...{ slug, invitation }} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({
  slug,
  invitation,
}: {
  slug: string;
  invitation: InvitationItem;
}) {
  const t = useTranslations("settings.invitations");
  const common = useTranslations("common");
  const format = useFormatter();
  const act = useQuickAction();
  const { id, email, role, url, invitedBy, expiresAt, state } = invitation;
  const Icon = email ? Mail : Link2;
  const name = email ?? t("anyone");
  const day = format.dateTime(new Date(expiresAt), "day");
  const handleCopy = async () => {
    if (url && (await copyText(url)))
      showToast({ text: common("copied"), tone: "success" });
  };
  const [isRevoking, startRevoking] = useTransition();
  const handleRevoke = () =>
    startRevoking(async () => {
      await act({
        request: () =>
          api(`/workspaces/${slug}/invitations/${id}`, { method: "DELETE" }),
        done: t("revoked"),
      });
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs text-ink-3">
          {[
            common(`role.${role}`),
            t("expires", { day }),
            invitedBy && t("by", { name: invitedBy }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {state === "expired" ? (
        <Badge tone="warning">{t("expired")}</Badge>
      ) : null}
      {url && state === "open" ? (
        <Button
          size="sm"
          aria-label={`${t("copyLink")}: ${name}`}
          onPress={() => void handleCopy()}
        >
          <Copy aria-hidden="true" />
          {t("copyLink")}
        </Button>
      ) : null}
      <Button
        size="sm"
        variant="quiet"
        aria-label={`${t("revoke")}: ${name}`}
        isPending={isRevoking}
        onPress={handleRevoke}
      >
        {t("revoke")}
      </Button>
    </li>
  );
}
