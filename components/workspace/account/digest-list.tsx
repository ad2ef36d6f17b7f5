"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Switch } from "@/components/ui/switch";
import type { DigestItem } from "@/lib/api/person";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";

/** The weekly mails about what is one's own, one for each workspace. */
export function DigestList({ digests }: { digests: readonly DigestItem[] }) {
  const t = useTranslations("person.digest");
  if (digests.length === 0)
    return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ul className="flex max-w-md flex-col gap-3">
      {digests.map((digest) => (
        <DigestRow key={digest.workspaceId} digest={digest} />
      ))}
    </ul>
  );
}

function DigestRow({ digest }: { digest: DigestItem }) {
  const t = useTranslations("person.digest");
  const act = useQuickAction();
  const [, startTransition] = useTransition();
  const { workspaceId, workspace, isStopped } = digest;
  const [isWanted, showWanted] = useOptimistic(!isStopped);
  const handleChange = (next: boolean) =>
    startTransition(async () => {
      showWanted(next);
      const path = `/me/digests/${workspaceId}`;
      const body = { isStopped: !next };
      await act({ request: () => api(path, { method: "PUT", body }) });
    });
  return (
    <li>
      <Switch isSelected={isWanted} onChange={handleChange}>
        {t("of", { workspace })}
      </Switch>
    </li>
  );
}
