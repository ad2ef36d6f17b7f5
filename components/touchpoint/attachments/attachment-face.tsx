"use client";

import { FileText, Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import type { Attachment } from "@/lib/journey/journey-map";
import { addressName, toWebAddress } from "./web-address";

/** A small picture or sign, the name, and what it is; pictures and PDFs open in the viewer, links in a tab. */
export function AttachmentFace({
  attachment,
  onView,
}: {
  readonly attachment: Attachment;
  /** Shows it over the page; absent where it can only be opened elsewhere. */
  readonly onView?: () => void;
}) {
  const t = useTranslations("touchpoint.attachments");
  const { fileUrl } = useCatalogue();
  const { kind, url, fileId, name } = attachment;
  const href =
    kind === "link" ? toWebAddress(url ?? "") : fileId ? fileUrl(fileId) : null;
  const title = name || addressName(url ?? "") || t("unnamed");
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2.5">
      {onView ? (
        <Button
          onPress={onView}
          aria-label={t("view", { name: title })}
          excludeFromTabOrder
          className="shrink-0 rounded-sm"
        >
          <Thumbnail attachment={attachment} />
        </Button>
      ) : (
        <Thumbnail attachment={attachment} />
      )}
      <span className="flex min-w-0 flex-col">
        {onView ? (
          <Button
            onPress={onView}
            className="truncate rounded-xs text-left text-sm text-ink hover:text-accent hover:underline"
          >
            {title}
          </Button>
        ) : href ? (
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="truncate rounded-xs text-sm text-ink hover:text-accent hover:underline"
          >
            {title}
            <span className="sr-only"> {t("newTab")}</span>
          </a>
        ) : (
          <span className="truncate text-sm">{title}</span>
        )}
        <AttachmentMeta attachment={attachment} />
      </span>
    </span>
  );
}

function Thumbnail({ attachment }: { readonly attachment: Attachment }) {
  const { fileUrl } = useCatalogue();
  const { kind, mime, fileId } = attachment;
  if (kind === "file" && fileId && mime?.startsWith("image/")) {
    return (
      <img
        src={fileUrl(fileId, "thumb")}
        alt=""
        loading="lazy"
        draggable={false}
        className="h-9 w-12 shrink-0 rounded-sm border border-line bg-sunken object-cover"
      />
    );
  }
  const Icon = kind === "link" ? Link2 : FileText;
  return (
    <span className="flex h-9 w-12 shrink-0 items-center justify-center rounded-sm border border-line bg-sunken text-ink-3">
      <Icon aria-hidden="true" className="size-4" />
    </span>
  );
}

function AttachmentMeta({ attachment }: { readonly attachment: Attachment }) {
  const format = useFormatter();
  const { kind, url, mime, bytes } = attachment;
  if (kind === "link") {
    return (
      <span className="truncate text-xs text-ink-3">
        {addressName(url ?? "")}
      </span>
    );
  }
  const type = mime?.split("/")[1]?.toUpperCase();
  const size = bytes === null ? null : fileSize(bytes);
  const said =
    size &&
    format.number(size.amount, {
      style: "unit",
      unit: size.unit,
      maximumFractionDigits: 1,
    });
  return (
    <span className="truncate text-xs text-ink-3">
      {[type, said].filter(Boolean).join(" · ")}
    </span>
  );
}

const SIZES = [
  { unit: "megabyte", bytes: 1_000_000 },
  { unit: "kilobyte", bytes: 1_000 },
  { unit: "byte", bytes: 1 },
] as const;

function fileSize(bytes: number) {
  const size = SIZES.find((one) => bytes >= one.bytes) ?? SIZES[2];
  return { amount: bytes / size.bytes, unit: size.unit };
}
