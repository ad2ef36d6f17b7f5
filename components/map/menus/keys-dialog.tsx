"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import { useKeyNames } from "./key-names";

/** Every key of the map and the message that says what it does. */
const KEY_LIST = [
  { group: "move", keys: ["← ↑ → ↓"], name: "walk" },
  { group: "move", keys: ["Ctrl ←↑→↓"], name: "jump" },
  { group: "move", keys: ["Home", "End"], name: "row" },
  { group: "move", keys: ["Ctrl Home", "Ctrl End"], name: "whole" },
  { group: "move", keys: ["Page ↑", "Page ↓"], name: "page" },
  { group: "move", keys: ["Shift ←↑→↓"], name: "extend" },
  { group: "move", keys: ["Shift Space", "Ctrl Click"], name: "pick" },
  { group: "move", keys: ["Ctrl A"], name: "all" },
  { group: "move", keys: ["F6", "Shift F6"], name: "regions" },
  { group: "write", keys: ["↵", "F2"], name: "edit" },
  { group: "write", keys: ["a–z"], name: "type" },
  { group: "write", keys: ["↵"], name: "commit" },
  { group: "write", keys: ["Shift ↵", "Alt ↵"], name: "line" },
  { group: "write", keys: ["Tab", "Shift Tab"], name: "next" },
  { group: "write", keys: ["Esc"], name: "cancel" },
  { group: "write", keys: ["Ctrl ↵"], name: "add" },
  { group: "change", keys: ["Del"], name: "clear" },
  { group: "change", keys: ["Ctrl D"], name: "duplicate" },
  { group: "change", keys: ["Ctrl ←↑→↓"], name: "reorder" },
  { group: "change", keys: ["m"], name: "moveMode" },
  { group: "change", keys: ["Ctrl C", "Ctrl V"], name: "clipboard" },
  { group: "change", keys: ["Ctrl Z", "Ctrl Shift Z"], name: "undo" },
  { group: "more", keys: ["Space"], name: "open" },
  { group: "more", keys: ["Shift F10"], name: "menu" },
  { group: "more", keys: ["o"], name: "owner" },
  { group: "more", keys: ["1–5"], name: "emotion" },
  { group: "more", keys: ["h"], name: "history" },
  { group: "more", keys: ["?"], name: "help" },
] as const;

const groups = ["move", "write", "change", "more"] as const;

interface KeysDialogProps {
  readonly onClose: () => void;
}

/** The keys of the map, to be found by what they do. */
export function KeysDialog({ onClose }: KeysDialogProps) {
  const t = useTranslations("map");
  const named = useKeyNames();
  const [query, setQuery] = useState("");
  const words = query.trim().toLocaleLowerCase();
  const shown = KEY_LIST.filter(
    ({ name, keys }) =>
      t(`keys.list.${name}`).toLocaleLowerCase().includes(words) ||
      keys.join(" ").toLocaleLowerCase().includes(words),
  );
  return (
    <Dialog
      title={t("keys.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="lg"
    >
      <SearchField label={t("keys.search")} value={query} onChange={setQuery} />
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => {
          const rows = shown.filter((row) => row.group === group);
          return rows.length === 0 ? null : (
            <section key={group}>
              <h3 className="mb-1 text-xs font-medium text-ink-3">
                {t(`keys.group.${group}`)}
              </h3>
              <dl>
                {rows.map(({ name, keys }) => (
                  <div
                    key={name}
                    className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 text-sm last:border-0"
                  >
                    <dt className="min-w-0">{t(`keys.list.${name}`)}</dt>
                    <dd className="flex max-w-[55%] shrink-0 flex-wrap justify-end gap-1">
                      {keys.map((key) => (
                        <kbd
                          key={named(key)}
                          className="rounded-xs border border-line bg-sunken px-1.5 font-sans text-xs text-ink-2"
                        >
                          {named(key)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
