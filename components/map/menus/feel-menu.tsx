"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MenuList, MenuListItem } from "@/components/ui/menu-list";
import type { PersonaId, TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useCatalogue } from "../drawing/catalogue";
import { ColourDot } from "../drawing/colour-dot";
import type { Spot } from "../editor-ui";
import { useLevelName } from "../emotion/levels";
import { lastFirst, useFeel } from "../emotion/use-feel";
import { Floating } from "./floating";

interface FeelMenuProps {
  readonly touchpointId: TouchpointId;
  readonly value: Emotion;
  readonly personaIds: readonly PersonaId[];
  readonly at: Spot;
  readonly onClose: () => void;
}

/** Asks who of several feels what a key said; whoever was chosen last stands first. */
export function FeelMenu(props: FeelMenuProps) {
  const { touchpointId, value, personaIds, at, onClose } = props;
  const t = useTranslations("map.feel");
  const levelName = useLevelName();
  const feel = useFeel();
  const [ids] = useState(() => lastFirst(personaIds));
  const { personaOf } = useCatalogue();
  return (
    <Floating at={at} onClose={onClose} className="min-w-48 max-w-80">
      <MenuList
        aria-label={t("whose", { level: levelName(value) })}
        autoFocus="first"
        onClose={onClose}
      >
        {ids.map((id) => (
          <MenuListItem
            key={id}
            icon={<ColourDot colour={personaOf(id)?.colour ?? null} />}
            onAction={() => {
              onClose();
              feel({ touchpointId, personaId: id, value });
            }}
          >
            {personaOf(id)?.name ?? ""}
          </MenuListItem>
        ))}
      </MenuList>
    </Floating>
  );
}
