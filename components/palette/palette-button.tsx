"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useIsMac } from "@/components/ui/is-mac";
import { LazyPalette } from "./lazy-palette";
import { usePaletteKey } from "./use-palette-key";

/** Search in the side navigation of a workspace, and the same by keyboard. */
export function PaletteButton({ slug }: { readonly slug: string }) {
  const t = useTranslations("palette");
  const hasCmd = useIsMac();
  const [isOpen, setOpen] = useState(false);
  usePaletteKey(useCallback(() => setOpen(true), []));
  return (
    <>
      <AriaButton
        onPress={() => setOpen(true)}
        className="flex h-8 w-full items-center gap-2.5 rounded-md border border-line bg-paper px-2 text-sm text-ink-2 outline-offset-2 hover:text-ink pointer-coarse:h-11"
      >
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 truncate text-left">{t("search")}</span>
        <kbd
          aria-hidden="true"
          className="shrink-0 font-sans text-xs text-ink-3 pointer-coarse:hidden"
        >
          {hasCmd ? "⌘K" : t("keys")}
        </kbd>
      </AriaButton>
      {isOpen ? (
        <LazyPalette slug={slug} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
