"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import {
  COMMAND_GROUPS,
  COMMAND_IDS,
  commandOf,
} from "../commands/map-commands";
import type { CommandId } from "../commands/map-commands";
import { useCommandFace } from "../commands/use-doable";
import { useEditorUi } from "../editor-ui";
import { useKeyNames } from "./key-names";

interface KeysDialogProps {
  readonly onClose: () => void;
}

/** The keys of the map, to be found by what they do or by what they are. */
export function KeysDialog({ onClose }: KeysDialogProps) {
  const t = useTranslations("map");
  const { singleKeys } = useEditorUi();
  const [query, setQuery] = useState("");
  const shown = useShown(query);
  return (
    <Dialog
      title={t("keys.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="lg"
    >
      <SearchField
        label={t("keys.search")}
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <p role="status" className="sr-only">
        {query ? t("keys.found", { count: shown.length }) : ""}
      </p>
      <div className="mt-4 gap-x-8 sm:columns-2">
        {COMMAND_GROUPS.map((group) => {
          const ids = shown.filter((id) => commandOf(id).group === group);
          return ids.length === 0 ? null : (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-xs font-medium text-ink-3">
                {t(`keys.group.${group}`)}
              </h3>
              <dl>
                {ids.map((id) => (
                  <KeyRow key={id} id={id} />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      {shown.length === 0 ? (
        <p className="py-6 text-center text-sm text-ink-2">{t("keys.none")}</p>
      ) : null}
      <p className="text-xs text-ink-2">
        {t(singleKeys ? "keys.singlesOn" : "keys.singlesOff")}{" "}
        <Link href="/account" className="underline">
          {t("keys.singlesChange")}
        </Link>
      </p>
    </Dialog>
  );
}

/** What has a key now and answers to all words of a query. */
function useShown(query: string): readonly CommandId[] {
  const face = useCommandFace();
  const named = useKeyNames();
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return COMMAND_IDS.filter((id) => {
    const { keys } = commandOf(id);
    const { label, keys: first } = face(id);
    if (first === undefined) return false;
    const text = `${label} ${keys.join(" ")} ${keys.map(named).join(" ")}`;
    return words.every((word) => text.toLocaleLowerCase().includes(word));
  });
}

function KeyRow({ id }: { readonly id: CommandId }) {
  const face = useCommandFace();
  const named = useKeyNames();
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 text-sm last:border-0">
      <dt className="min-w-0">{face(id).label}</dt>
      <dd className="flex max-w-[55%] shrink-0 flex-wrap justify-end gap-1">
        {commandOf(id).keys.map((key) => (
          <kbd
            key={key}
            className="rounded-xs border border-line bg-sunken px-1.5 font-sans text-xs text-ink-2"
          >
            {named(key)}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
