"use client";

import {
  ArrowRight,
  Minus,
  MoveRight,
  Pencil,
  Plus,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useLevelName } from "@/components/map/emotion/levels";
import { cx } from "@/components/ui/cx";
import { LocalTime } from "@/components/workspace/local-time";
import type { Change, Thing } from "@/lib/journey/difference-types";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useComparison, writerOf } from "./comparison";
import { usePlaceName } from "./place-name";
import { TextChange } from "./text-change";
import { ValueFace } from "./value-face";
import { useAuthorName } from "./version-title";

const LOOKS = {
  added: { Icon: Plus, look: "text-success" },
  revived: { Icon: Undo2, look: "text-success" },
  removed: { Icon: Minus, look: "text-danger" },
  moved: { Icon: MoveRight, look: "text-warning" },
  changed: { Icon: Pencil, look: "text-warning" },
} as const;

/** One change in words, with who brought it about. */
export function ChangeItem({
  change,
  isWhole = false,
}: {
  readonly change: Change;
  /** Also every text inside of what came. */
  readonly isWhole?: boolean;
}) {
  const t = useTranslations("history");
  const look = lookOf(change);
  const { Icon, look: colour } = LOOKS[look];
  return (
    <li className="flex gap-2.5 px-4 py-2.5">
      <Icon
        aria-hidden="true"
        className={cx("mt-0.5 size-4 shrink-0", colour)}
      />
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-2">
          <span className={cx("font-semibold", colour)}>
            {t(`did.${look}`)}
          </span>
          {" · "}
          <What change={change} />
        </p>
        <Content change={change} />
        {isWhole ? <TextsInside change={change} /> : null}
        <Writer change={change} />
      </div>
    </li>
  );
}

function TextsInside({ change }: { readonly change: Change }) {
  const { to } = useComparison();
  if (change.kind !== "added" && change.kind !== "revived") return null;
  return textsInside(change.thing).map((text, index) => (
    <p
      key={index}
      lang={to.meta.locale}
      className="text-sm break-words whitespace-pre-wrap text-ink-2"
    >
      {text}
    </p>
  ));
}

/** What a thing says besides its name. */
function textsInside({ kind, value }: Thing): string[] {
  const texts =
    kind === "stage"
      ? [value.description]
      : kind === "touchpoint"
        ? [
            value.message,
            value.actualMessage,
            value.notes,
            value.searchQueries,
            value.inspiration,
          ]
        : [];
  return texts.filter((text) => text.trim() !== "");
}

function lookOf(change: Change): keyof typeof LOOKS {
  switch (change.kind) {
    case "added":
    case "revived":
    case "removed":
    case "moved":
      return change.kind;
    case "channel":
    case "link":
      return change.is;
    case "persona":
      return change.is;
    case "check":
      return change.is === "answered" ? "changed" : change.is;
    case "owner":
    case "emotion":
      return change.before === null
        ? "added"
        : change.after === null
          ? "removed"
          : "changed";
    default:
      return "changed";
  }
}

/** What it is that changed: a kind of thing, or a field. */
function What({ change }: { readonly change: Change }): ReactNode {
  const t = useTranslations("history.field");
  const map = useTranslations("map.thing");
  switch (change.kind) {
    case "added":
    case "revived":
    case "removed":
    case "moved":
      return map(change.thing.kind);
    case "renamed":
      return t("title");
    case "text":
      return t("field" in change.ref ? change.ref.field : change.ref.kind);
    case "set":
      return t(change.field);
    default:
      return t(change.kind);
  }
}

function Content({ change }: { readonly change: Change }): ReactNode {
  switch (change.kind) {
    case "added":
    case "revived":
      return <ThingWords thing={change.thing} />;
    case "removed":
      return <ThingWords thing={change.thing} isGone />;
    case "moved":
      return <Moved change={change} />;
    case "renamed":
    case "text":
      return <TextChange before={change.before} after={change.after} />;
    case "set":
      return (
        <FromTo
          from={<ValueFace field={change.field} value={change.before} />}
          to={<ValueFace field={change.field} value={change.after} />}
        />
      );
    case "owner":
    case "emotion":
    case "channel":
    case "persona":
      return <Related change={change} />;
    case "check":
      return <p className="text-sm break-words">{change.item.text}</p>;
    case "link":
      return null;
  }
}

function FromTo({
  from,
  to,
}: {
  readonly from: ReactNode;
  readonly to: ReactNode;
}) {
  const t = useTranslations("history.spoken");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm break-words">
      <span className="text-ink-2">
        <span className="sr-only">{t("before")} </span>
        {from}
      </span>
      <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <span>
        <span className="sr-only">{t("after")} </span>
        {to}
      </span>
    </p>
  );
}

function wordsOf({ value, kind }: Thing): string {
  switch (kind) {
    case "card":
      return value.text;
    case "attachment":
      return value.name;
    default:
      return value.title;
  }
}

function ThingWords({
  thing,
  isGone,
}: {
  readonly thing: Thing;
  readonly isGone?: boolean;
}) {
  const t = useTranslations("map.untitled");
  const { to } = useComparison();
  const Tag = isGone ? "del" : "ins";
  return (
    <p className="line-clamp-6 text-sm break-words whitespace-pre-wrap">
      <Tag
        lang={wordsOf(thing) ? to.meta.locale : undefined}
        className="no-underline"
      >
        {wordsOf(thing) || t("any")}
      </Tag>
    </p>
  );
}

function Moved({
  change,
}: {
  readonly change: Extract<Change, { kind: "moved" }>;
}) {
  const t = useTranslations("history");
  const placeName = usePlaceName();
  const { nameOf } = placeName;
  const { thing, from, to } = change;
  const name = nameOf(thing.id);
  return (
    <>
      {name ? <p className="line-clamp-3 text-sm break-words">{name}</p> : null}
      {from.list === to.list ? (
        <p className="text-sm text-ink-2">
          {to.after === null
            ? t("first")
            : t("behind", { what: nameOf(to.after) || "–" })}
        </p>
      ) : (
        <FromTo
          from={placeName.listName(thing.kind, from.list)}
          to={placeName.listName(thing.kind, to.list)}
        />
      )}
    </>
  );
}

type RelatedChange = Extract<
  Change,
  { kind: "owner" | "emotion" | "channel" | "persona" }
>;

function Related({ change }: { readonly change: RelatedChange }) {
  const t = useTranslations("history");
  const map = useTranslations("map");
  const levelName = useLevelName();
  const { personaOf, stakeholderOf, channelOf } = useCatalogue();
  const gone = map("unknownPerson");
  if (change.kind === "channel")
    return (
      <p className="text-sm">
        {channelOf(change.channelId)?.name ?? t("unknown")}
      </p>
    );
  if (change.kind === "persona")
    return (
      <p className="text-sm">{personaOf(change.personaId)?.name ?? gone}</p>
    );
  const name =
    change.kind === "owner"
      ? (stakeholderOf(change.stakeholderId)?.name ?? gone)
      : (personaOf(change.personaId)?.name ?? gone);
  const said = (value: string | number | null) =>
    value === null
      ? t("nothing")
      : typeof value === "string"
        ? map(`owner.${value as "responsible" | "involved"}`)
        : levelName(value as Emotion);
  return (
    <>
      <p className="text-sm">{name}</p>
      <FromTo from={said(change.before)} to={said(change.after)} />
    </>
  );
}

function Writer({ change }: { readonly change: Change }) {
  const { authors } = useComparison();
  const nameOf = useAuthorName();
  const written = writerOf(change, authors);
  if (!written) return null;
  return (
    <p className="mt-0.5 text-xs text-ink-3">
      {nameOf(written.author)} {" · "} <LocalTime at={written.at} />
    </p>
  );
}
