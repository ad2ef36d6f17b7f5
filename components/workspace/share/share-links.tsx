"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Spinner } from "@/components/ui/spinner";
import type { ShareLinkInfo } from "@/lib/api/share-links";
import { ShareLinkForm } from "./share-link-form";
import { ShareLinkRow } from "./share-link-row";
import { useShareLinks } from "./use-share-links";

/** What the dialog holds: a form for a new link, the links that work, and those that ended. */
export function ShareLinks({ path }: { path: string }) {
  const t = useTranslations("share");
  const { list, read } = useShareLinks(path);
  if (list === null) return <Spinner className="text-ink-3" />;
  if (list === "failed")
    return <Banner tone="danger">{t("dialog.failed")}</Banner>;
  const active = list.shareLinks.filter(({ state }) => state === "active");
  const ended = list.shareLinks.filter(({ state }) => state !== "active");
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-2">{t("dialog.text")}</p>
      {list.allowed ? (
        <ShareLinkForm path={path} onMade={read} />
      ) : (
        <Banner tone="warning">{t("dialog.off")}</Banner>
      )}
      {active.length > 0 ? (
        <Links links={active} {...{ path }} onChanged={read} />
      ) : (
        <p className="text-ink-3">{t("dialog.none")}</p>
      )}
      {ended.length > 0 ? (
        <details>
          <summary className="rounded-xs text-sm text-ink-2 pointer-coarse:py-3">
            {t("link.ended", { count: ended.length })}
          </summary>
          <div className="mt-2">
            <Links links={ended} {...{ path }} onChanged={read} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

interface LinksProps {
  path: string;
  links: readonly ShareLinkInfo[];
  onChanged: () => void;
}

function Links({ path, links, onChanged }: LinksProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {links.map((link) => (
        <ShareLinkRow key={link.id} {...{ path, link, onChanged }} />
      ))}
    </ul>
  );
}
