"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import {
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
} from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useTimeZone } from "@/components/workspace/local-time";
import type { VersionItem } from "@/lib/api/versions";
import { useAuthorName, useVersionTitle } from "./version-title";

interface VersionListProps {
  readonly list: readonly VersionItem[];
  readonly chosen: number | null;
  readonly onChoose: (seq: number) => void;
  readonly more: (() => void) | null;
}

/** All versions, by day; arrows go through them and what is selected is shown. */
export function VersionList({
  list,
  chosen,
  onChoose,
  more,
}: VersionListProps) {
  const t = useTranslations("history");
  const days = useDays(list);
  return (
    <>
      <ListBox
        aria-label={t("versions")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [String(chosen)]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(Number(key));
        }}
        className="flex flex-col outline-none"
      >
        {days.map(({ name, versions }) => (
          <ListBoxSection key={name} id={name}>
            <Header className="sticky top-0 z-10 border-b border-line bg-paper px-4 py-1.5 text-xs font-medium text-ink-3">
              {name}
            </Header>
            {versions.map((version) => (
              <VersionRow
                key={version.seq}
                version={version}
                onOpen={() => onChoose(version.seq)}
              />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {more ? (
        <div className="p-3">
          <Button size="sm" variant="quiet" onPress={more}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useDays(list: readonly VersionItem[]) {
  const t = useTranslations("history");
  const format = useFormatter();
  const now = useNow();
  const timeZone = useTimeZone();
  const nameOf = (at: Date) => format.dateTime(at, "day", { timeZone });
  const today = nameOf(now);
  const yesterday = nameOf(new Date(now.getTime() - 24 * 60 * 60 * 1000));
  const days: { name: string; versions: VersionItem[] }[] = [];
  for (const version of list) {
    const day = nameOf(new Date(version.at));
    const name =
      day === today ? t("today") : day === yesterday ? t("yesterday") : day;
    const last = days.at(-1);
    if (last?.name === name) last.versions.push(version);
    else days.push({ name, versions: [version] });
  }
  return days;
}

const MOST_FACES = 3;

interface VersionRowProps {
  readonly version: VersionItem;
  /** Also where it is selected already: on a phone a tap leads on to what it shows. */
  readonly onOpen: () => void;
}

function VersionRow({ version, onOpen }: VersionRowProps) {
  const t = useTranslations("history");
  const titleOf = useVersionTitle();
  const nameOf = useAuthorName();
  const format = useFormatter();
  const now = useNow();
  const { seq, people, at } = version;
  const title = titleOf(version);
  const names = people.map(nameOf);
  const date = new Date(at);
  const when = format.relativeTime(date, date > now ? date : now);
  return (
    <ListBoxItem
      id={String(seq)}
      textValue={`${title} ${when} ${names.join(", ")}`}
      onClick={onOpen}
      className={({ isSelected, isFocusVisible }) =>
        cx(
          "flex min-h-14 cursor-pointer items-center gap-3 border-b border-line px-4 py-2 outline-none",
          isSelected
            ? "bg-accent-tint shadow-[inset_3px_0_0_var(--accent)]"
            : "hover:bg-hover",
          isFocusVisible && "ring-2 ring-focus ring-inset",
        )
      }
    >
      <span className="min-w-0 flex-1">
        <span
          className={cx(
            "block truncate text-sm",
            version.name !== null && "font-semibold",
          )}
        >
          {title}
        </span>
        <span className="block truncate text-xs text-ink-2">
          {when}
          {names.length > 0
            ? ` · ${names.length > 2 ? t("people", { name: names[0] ?? "", count: names.length - 1 }) : format.list(names)}`
            : ""}
        </span>
      </span>
      <span className="flex shrink-0 -space-x-1.5">
        {people.slice(0, MOST_FACES).map((author) => (
          <Avatar
            key={`${author.kind}:${author.id}`}
            name={nameOf(author)}
            id={author.id}
            size="sm"
          />
        ))}
      </span>
    </ListBoxItem>
  );
}
