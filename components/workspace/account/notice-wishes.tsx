"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Select } from "@/components/ui/select";
import type { NoticeWishItem } from "@/lib/api/inbox";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";

const DIRECT = ["now", "daily", "weekly", "none"] as const;
const OTHERS = ["daily", "weekly", "none"] as const;

/** Which mails about what is new somebody wants, for each workspace. */
export function NoticeWishes({
  wishes,
}: {
  readonly wishes: readonly NoticeWishItem[];
}) {
  const t = useTranslations("inbox.mails");
  if (wishes.length === 0)
    return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ul className="flex max-w-xl flex-col gap-6">
      {wishes.map((wish) => (
        <WishRow key={wish.workspaceId} wish={wish} />
      ))}
    </ul>
  );
}

type Wished = Pick<NoticeWishItem, "direct" | "others">;

function WishRow({ wish }: { readonly wish: NoticeWishItem }) {
  const t = useTranslations("inbox.mails");
  const act = useQuickAction();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(wish);
  const { workspaceId, workspace, isStopped } = shown;
  const change = (next: Partial<Wished>) =>
    startTransition(async () => {
      const { direct, others } = { ...shown, ...next };
      show({ ...shown, direct, others, isStopped: false });
      const path = `/me/notices/${workspaceId}`;
      const body = { direct, others };
      await act({
        request: () => api(path, { method: "PUT", body }),
        done: t("saved"),
      });
    });
  const words = (id: NoticeWishItem["direct"]) => t(`when.${id}`);
  return (
    <li className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{workspace}</h3>
      {isStopped ? (
        <p className="text-sm text-warning">{t("stopped")}</p>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t("direct")}
          options={DIRECT.map((id) => ({ id, label: words(id) }))}
          value={isStopped ? "none" : shown.direct}
          onChange={(direct) => change({ direct })}
        />
        <Select
          label={t("others")}
          options={OTHERS.map((id) => ({ id, label: words(id) }))}
          value={isStopped ? "none" : shown.others}
          onChange={(others) => change({ others })}
        />
      </div>
    </li>
  );
}
