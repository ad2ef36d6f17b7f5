"use client";

import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { Link } from "@/components/ui/link";

interface NoAccountHintProps {
  readonly id: string;
  readonly name: string;
}

/** Who has no account hears of what becomes theirs by the mails of a personal link alone, and somebody has to make it. */
export function NoAccountHint({ id, name }: NoAccountHintProps) {
  const t = useTranslations("touchpoint.people");
  const { workspaceSlug } = useRoom();
  return (
    <p className="text-xs text-pretty hyphens-auto text-ink-3">
      {t.rich("noAccount", {
        name,
        link: (text) => (
          <Link
            href={`/w/${workspaceSlug}/stakeholders/${id}#personal-link`}
            className="rounded-xs text-ink-2 underline"
          >
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
