"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Fragment } from "react";
import { useTimeZone } from "@/components/workspace/local-time";
import { Avatar } from "@/components/ui/avatar";
import type { Block, Line } from "@/lib/activity/group";
import type { ActivityItem } from "@/lib/api/activity";
import { hrefOfThing, placeOf } from "./places";

const linkStyle =
  "rounded-xs break-words text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current";

interface ActivityBlockProps {
  readonly slug: string;
  readonly block: Block<ActivityItem>;
  /** Whether it says in which journey; beside the journey itself that is plain. */
  readonly isPlaced: boolean;
}

/** What one person did in one journey on one day. */
export function ActivityBlock({ slug, block, isPlaced }: ActivityBlockProps) {
  const t = useTranslations("activity");
  const { newest, lines } = block;
  const { by, who, journey } = newest;
  const name = by?.name ?? t(who === "former" ? "formerMember" : "several");
  return (
    <li className="flex gap-3 px-3 py-3 sm:px-4">
      <Avatar name={name} id={by?.id ?? who} size="md" className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline gap-x-2">
          <p className="min-w-0 flex-1 text-sm break-words">
            <span className="font-semibold">{name}</span>
            {isPlaced && journey ? (
              <span className="text-ink-2">
                {" · "}
                <JourneyName {...{ slug, journey }} />
              </span>
            ) : null}
          </p>
          <Moment at={newest.at} />
        </div>
        <ul className="flex flex-col gap-1">
          {lines.map((line) => (
            <li key={line.key} className="text-sm text-ink-2">
              <Deed {...{ slug, line }} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function JourneyName({
  slug,
  journey,
}: {
  readonly slug: string;
  readonly journey: NonNullable<ActivityItem["journey"]>;
}) {
  const t = useTranslations("activity");
  const title = journey.title || t("untitledMap");
  if (journey.isInBin) return <>{title}</>;
  const href = `/w/${encodeURIComponent(slug)}/journeys/${journey.id}`;
  return (
    <Link href={href} className={linkStyle}>
      {title}
    </Link>
  );
}

/** The hour in the reader's zone; the day stands above. */
function Moment({ at }: { readonly at: string }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, "exact", { timeZone })}
      suppressHydrationWarning
      className="shrink-0 text-xs text-ink-3 tabular-nums"
    >
      {format.dateTime(date, "time", { timeZone })}
    </time>
  );
}

/** One line: what was done how often, to what, and what was said with it. */
function Deed({
  slug,
  line,
}: {
  readonly slug: string;
  readonly line: Line<ActivityItem>;
}) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const { newest, count, isMore, things } = line;
  const { kind, label, excerpt, threadId, journey } = newest;
  const number = `${format.number(count)}${isMore ? "+" : ""}`;
  const did = t(`did.${kind}`, { count, number });
  const place = placeOf(slug, line);
  const name = threadId === null ? label : label || t("theMap");
  const rest = count - things.length;
  const isCounted = things.length > 0 && !kind.startsWith("evidence-");
  return (
    <>
      {place && !name ? (
        <Link href={place} className={linkStyle}>
          {did}
        </Link>
      ) : (
        did
      )}
      {name ? (
        <>
          {": "}
          {place ? (
            <Link href={place} className={linkStyle}>
              {name}
            </Link>
          ) : (
            <span className="text-ink">{name}</span>
          )}
        </>
      ) : null}
      {things.map((thing, at) => {
        const href = journey ? hrefOfThing(slug, journey.id, thing) : null;
        const words = thing.label || t(`untitled.${thing.kind}`);
        return (
          <Fragment key={thing.id}>
            {at === 0 ? ": " : ", "}
            {href ? (
              <Link href={href} className={linkStyle}>
                {words}
              </Link>
            ) : (
              <span className="text-ink">{words}</span>
            )}
          </Fragment>
        );
      })}
      {isCounted && (rest > 0 || isMore) ? (
        <span className="text-ink-3">
          {" "}
          {t(isMore ? "andMany" : "andMore", { count: rest })}
        </span>
      ) : null}
      {excerpt ? (
        <span className="mt-1 line-clamp-3 border-l-2 border-line-strong pl-2.5 break-words text-ink">
          {excerpt}
        </span>
      ) : null}
    </>
  );
}
