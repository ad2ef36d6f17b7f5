"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from "react-aria-components";
import { MenuListItem } from "@/components/ui/menu-list";
import { useGoTo } from "@/components/ui/use-go-to";
import type { PaletteEntry, PaletteSection } from "./entry";
import { paletteStyle } from "./palette-style";
import { useHits } from "./use-hits";
import { useSections } from "./use-sections";
import { useWords } from "./use-words";

export interface PaletteProps {
  readonly slug: string;
  /** What can be done on this page; the rest is the same everywhere. */
  readonly sections?: readonly PaletteSection[];
  /** What was written before it was there. */
  readonly typed: string;
  readonly onClose: () => void;
}

const NOTHING: readonly PaletteSection[] = [];

/** Finds what a workspace holds and what can be done, by name; Enter does it. */
export function Palette({
  slug,
  sections = NOTHING,
  typed,
  onClose,
}: PaletteProps) {
  const t = useTranslations("palette");
  const goTo = useGoTo();
  const [query, setQuery] = useState(typed);
  const { hits, isSearching, hasFailed } = useHits(slug, query);
  const words = useWords();
  const shown = useSections({ slug, query, own: sections, hits, words });
  const take = (entry: PaletteEntry) => {
    onClose();
    if ("run" in entry) entry.run();
    else goTo(entry.href);
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className={paletteStyle.scrim}
    >
      <Modal className={paletteStyle.box}>
        <Dialog
          aria-label={t("open")}
          className="flex min-h-0 flex-col outline-none"
        >
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <QueryField
              onEnter={() => {
                const first = shown[0]?.entries[0];
                if (query.trim() !== "" && first) take(first);
              }}
            />
            <Results
              {...{ shown, take }}
              empty={t(isSearching ? "searching" : "empty")}
            />
          </Autocomplete>
          {hasFailed ? (
            <p
              role="status"
              className="border-t border-line px-4 py-2 text-xs text-ink-2"
            >
              {t("failed")}
            </p>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What was written before the list was there has marked none of its rows; Enter then means the first. */
const isAnyMarked = (input: Element) =>
  input
    .closest("[role=dialog]")
    ?.querySelector("[role=menuitem][data-focused]") !== null;

function QueryField({ onEnter }: { readonly onEnter: () => void }) {
  const t = useTranslations("palette");
  return (
    <TextField
      aria-label={t("open")}
      autoFocus
      className="relative flex items-center border-b border-line"
    >
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute left-4 size-4 text-ink-3"
      />
      <Input
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        onKeyDownCapture={(event) => {
          if (event.key === "Enter" && !isAnyMarked(event.currentTarget))
            onEnter();
        }}
        className={paletteStyle.input}
      />
    </TextField>
  );
}

interface ResultsProps {
  readonly shown: readonly PaletteSection[];
  readonly empty: string;
  readonly take: (entry: PaletteEntry) => void;
}

function Results({ shown, empty, take }: ResultsProps) {
  const t = useTranslations("palette");
  const list = useRef<HTMLDivElement>(null);
  return (
    <Menu
      ref={list}
      aria-label={t("results")}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 outline-none"
      renderEmptyState={() => (
        <p className="px-3 py-8 text-center text-sm text-ink-2">{empty}</p>
      )}
    >
      {shown.map(({ id, title, entries }) => (
        <MenuSection key={id} id={id} className="pb-1.5">
          <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
            {title}
          </Header>
          {entries.map((entry) => (
            <Entry key={entry.id} section={id} {...{ entry, take }} />
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

interface EntryProps {
  readonly section: string;
  readonly entry: PaletteEntry;
  readonly take: (entry: PaletteEntry) => void;
}

function Entry({ section, entry, take }: EntryProps) {
  const { label, icon, keys, isDanger, place } = entry;
  return (
    <MenuListItem
      id={`${section}:${entry.id}`}
      {...{ icon, keys, isDanger, place }}
      onAction={() => take(entry)}
    >
      {label}
    </MenuListItem>
  );
}
