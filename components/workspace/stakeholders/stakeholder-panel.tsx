"use client";

import { Mail, Pencil, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SidePanel } from "@/components/ui/side-panel";
import { Spinner } from "@/components/ui/spinner";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import type { TouchpointList } from "@/lib/api/touchpoints";
import { api } from "../api-client";
import { TouchpointCards } from "../touchpoints/touchpoint-cards";

interface StakeholderPanelProps {
  slug: string;
  stakeholder: StakeholderListItem;
  mayEdit: boolean;
  onEdit: () => void;
  onClose: () => void;
}

/** One person or team with everything they have a part in. */
export function StakeholderPanel(props: StakeholderPanelProps) {
  const { slug, stakeholder, mayEdit, onEdit, onClose } = props;
  const t = useTranslations("stakeholders");
  const { name, kind, jobTitle, email, note, member } = stakeholder;
  return (
    <SidePanel
      isOpen
      label={name}
      title={name}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        mayEdit ? (
          <Button size="sm" onPress={onEdit}>
            <Pencil aria-hidden="true" />
            {t("edit")}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-6 p-5">
        <div className="flex items-center gap-4">
          <Avatar
            name={name}
            colour={stakeholder.colour}
            kind={kind}
            size="lg"
          />
          <div className="min-w-0">
            <p className="text-ink-2">{jobTitle || t(`kind.${kind}`)}</p>
            <div className="mt-1.5 flex flex-wrap gap-1.5">
              <Badge>{t(`kind.${kind}`)}</Badge>
              {member ? (
                <Badge
                  tone="accent"
                  icon={<UserRoundCheck aria-hidden="true" />}
                >
                  {t("member", { name: member.name })}
                </Badge>
              ) : null}
            </div>
          </div>
        </div>
        {email ? (
          <a
            href={`mailto:${email}`}
            className="flex items-center gap-2 self-start rounded-xs text-accent hover:underline"
          >
            <Mail aria-hidden="true" className="size-4" />
            {email}
          </a>
        ) : null}
        {note ? (
          <p className="hyphens-auto whitespace-pre-line">{note}</p>
        ) : null}
        <section aria-labelledby="their-touchpoints">
          <h3 id="their-touchpoints" className="mb-3 text-base">
            {t("detail.touchpoints")}
          </h3>
          <TheirTouchpoints key={stakeholder.id} {...{ slug, stakeholder }} />
        </section>
      </div>
    </SidePanel>
  );
}

function TheirTouchpoints({
  slug,
  stakeholder,
}: Pick<StakeholderPanelProps, "slug" | "stakeholder">) {
  const t = useTranslations("stakeholders.detail");
  const roles = useTranslations("touchpoints.role");
  const [list, setList] = useState<TouchpointList | "failed" | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/workspaces/${slug}/touchpoints?owner=${stakeholder.id}&limit=100`;
    void api<TouchpointList>(path, { signal: leaving.signal }).then(
      (result) => {
        if (!leaving.signal.aborted)
          setList(result.ok ? result.data : "failed");
      },
    );
    return () => leaving.abort();
  }, [slug, stakeholder.id]);

  if (list === null) return <Spinner className="text-ink-3" />;
  if (list === "failed") return <Banner tone="danger">{t("load")}</Banner>;
  if (list.touchpoints.length === 0)
    return <p className="text-ink-2">{t("none")}</p>;
  return (
    <TouchpointCards
      slug={slug}
      rows={list.touchpoints}
      aside={({ owners }) => (
        <Badge>
          {roles(
            owners.find(({ id }) => id === stakeholder.id)?.role ?? "involved",
          )}
        </Badge>
      )}
    />
  );
}
