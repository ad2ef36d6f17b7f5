"use client";

import {
  ExternalLink,
  FileText,
  Gauge,
  MessageCircle,
  Pencil,
  Trash2,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useAgeing } from "@/components/map/emotion/evidence";
import { Badge } from "@/components/ui/badge";
import { EmotionFace } from "@/components/ui/emotion-face";
import { IconButton } from "@/components/ui/icon-button";
import type { EvidenceItem } from "@/lib/api/evidence";
import { nearestLevel } from "@/lib/insight/evidence";
import { figureInterval } from "@/lib/insight/figure-interval";
import { isStale } from "@/lib/insight/staleness";
import { levels, rescale } from "@/lib/metrics/scale";
import { CountedLines } from "./counted-lines";
import { useFigureText, useHeldText } from "./use-evidence-text";

interface EvidenceRowProps {
  readonly slug: string;
  readonly item: EvidenceItem;
  /** Among which an earlier score of the same question may be. */
  readonly others?: readonly EvidenceItem[];
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One piece of evidence: what it says, on how many, from where, and how old it is. */
export function EvidenceRow({
  slug,
  item,
  others = [],
  onEdit,
  onDelete,
}: EvidenceRowProps) {
  const t = useTranslations("evidence");
  const Icon = item.kind === "hard" ? Gauge : MessageCircle;
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-3 text-sm">
      <div className="flex items-start gap-2">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 pt-0.5">
          <Badge icon={<Icon aria-hidden="true" />}>
            {t(`kind.${item.kind}`)}
          </Badge>
          <span className="text-xs text-ink-2">
            {t(`origin.${item.origin}`)}
          </span>
          {item.persona ? (
            <Badge tone="accent">{item.persona.name}</Badge>
          ) : null}
        </p>
        {item.changeable ? (
          <span className="-my-1 -mr-1.5 flex">
            {isWithheld(item) ? null : (
              <IconButton size="sm" label={t("edit")} onPress={onEdit}>
                <Pencil aria-hidden="true" />
              </IconButton>
            )}
            <IconButton size="sm" label={t("delete")} onPress={onDelete}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </div>
      {item.pulse ? (
        <PulseFigure {...{ item }} pulse={item.pulse} />
      ) : (
        <Figure item={item} />
      )}
      <CountedLines {...{ item, others }} />
      {item.quote ? (
        <blockquote className="border-l-2 border-line-strong pl-2.5 break-words whitespace-pre-line hyphens-auto">
          {item.quote}
        </blockquote>
      ) : null}
      {item.note ? (
        <p className="text-xs break-words whitespace-pre-line hyphens-auto text-ink-2">
          {item.note}
        </p>
      ) : null}
      <Found item={item} />
      <Proof {...{ slug, item }} />
    </li>
  );
}

/** So few answered that only their number is kept: there is nothing to correct. */
const isWithheld = ({ value, n, quote, pulse }: EvidenceItem) =>
  value === null && n !== null && quote === "" && pulse === null;

interface ItemProps {
  readonly item: EvidenceItem;
}

interface PulseFigureProps extends ItemProps {
  readonly pulse: NonNullable<EvidenceItem["pulse"]>;
}

/** How many answered a pulse, and from its limit on what they say. */
function PulseFigure({ item, pulse }: PulseFigureProps) {
  const t = useTranslations("pulses");
  const { n, value } = item;
  return (
    <>
      <p className="wrap-anywhere">
        {pulse.name || t(`unnamed.${pulse.audience}`)}
      </p>
      {value === null ? (
        <p className="tabular-nums">
          {t("answers", { count: n ?? 0 })}
          <span className="text-ink-3">
            {" · "}
            {t("tooFew", { least: pulse.leastAnswers })}
          </span>
        </p>
      ) : (
        <Figure item={item} />
      )}
    </>
  );
}

/** The figure as it was told, with the face that it comes to on the five levels. */
function Figure({ item }: ItemProps) {
  const t = useTranslations("evidence");
  const format = useFormatter();
  const figureText = useFigureText();
  const { value, scale, n, sd } = item;
  if (value === null && n === null) return null;
  const interval = figureInterval(item);
  // Of a share in per cent one digit tells what can be told; of marks from 1 to 5 it takes two.
  const digits = scale && !scale.isShare ? 2 : 1;
  const middle = (levels.low + levels.high) / 2;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 tabular-nums">
      {value !== null && scale ? (
        <EmotionFace value={nearestLevel(rescale(value, scale) - middle)} />
      ) : null}
      {value === null ? null : (
        <span className="font-medium">{figureText(item)}</span>
      )}
      {interval ? (
        <span className="text-ink-2">
          {t("between", {
            low: format.number(interval.low, { maximumFractionDigits: digits }),
            high: format.number(interval.high, {
              maximumFractionDigits: digits,
            }),
          })}
        </span>
      ) : null}
      {n === null ? null : <span className="text-ink-2">{t("n", { n })}</span>}
      {isWithheld(item) ? (
        <span className="text-ink-3">{t("counted.tooFew")}</span>
      ) : null}
      {sd === null ? null : (
        <span className="text-ink-2">
          {t("sd", { sd: format.number(sd, { maximumFractionDigits: 2 }) })}
        </span>
      )}
    </p>
  );
}

/** From where, from when, from whom, and whether it is old. */
function Found({ item }: ItemProps) {
  const t = useTranslations("evidence");
  const heldText = useHeldText();
  const ageing = useAgeing();
  const parts = [
    item.source,
    heldText(item),
    item.by ? t("by", { name: item.by.name }) : "",
  ].filter(Boolean);
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-3">
      <span className="min-w-0 break-words">{parts.join(" · ")}</span>
      {isStale(item.heldOn, ageing) ? (
        <Badge tone="warning">{t("old")}</Badge>
      ) : null}
    </p>
  );
}

/** Where the thing itself can be looked at. */
function Proof({ slug, item }: ItemProps & { readonly slug: string }) {
  const { url, file } = item;
  if (!url && !file) return null;
  const look =
    "inline-flex min-w-0 items-center gap-1 rounded-xs text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11 [&_svg]:size-3.5 [&_svg]:shrink-0";
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className={look}
        >
          <ExternalLink aria-hidden="true" />
          <span className="min-w-0 break-all">
            {url.replace(/^https?:\/\//i, "")}
          </span>
        </a>
      ) : null}
      {file ? (
        <a
          href={`/api/v1/workspaces/${encodeURIComponent(slug)}/files/${file.id}`}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className={look}
        >
          <FileText aria-hidden="true" />
          <span className="min-w-0 break-words">{file.name}</span>
        </a>
      ) : null}
    </p>
  );
}
