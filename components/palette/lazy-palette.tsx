"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { useLoaded } from "@/components/ui/use-loaded";
import type { PaletteProps } from "./palette";
import { paletteStyle } from "./palette-style";

const palette = onDemand(() => import("./palette"));

/** The palette, loaded when it is first opened. What is typed until it is there is not lost. */
export function LazyPalette(props: Omit<PaletteProps, "typed">) {
  const { onClose } = props;
  const [typed, setTyped] = useState("");
  const loaded = useLoaded(palette, onClose);
  return loaded ? (
    <loaded.Palette {...props} typed={typed} />
  ) : (
    <Waiting onType={setTyped} onClose={onClose} />
  );
}

interface WaitingProps {
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

function Waiting({ onType, onClose }: WaitingProps) {
  const t = useTranslations("palette");
  return (
    <div className={paletteStyle.scrim}>
      <div className={paletteStyle.box}>
        <input
          autoFocus
          aria-label={t("open")}
          placeholder={t("placeholder")}
          autoComplete="off"
          className={paletteStyle.input}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={({ key }) => {
            if (key === "Escape") onClose();
          }}
        />
      </div>
    </div>
  );
}
