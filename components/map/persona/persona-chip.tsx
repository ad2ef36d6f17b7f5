"use client";

import { useTranslations } from "next-intl";
import { Button } from "react-aria-components";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { Popover } from "@/components/ui/popover";
import { lazyPart } from "@/components/ui/lazy-part";
import type { PersonaId } from "@/lib/journey/ids";
import { useCatalogue } from "../drawing/catalogue";
import { LineSample } from "./line-sample";

const PersonaCard = lazyPart(
  async () => (await import("./persona-card")).PersonaCard,
);

interface PersonaChipProps {
  readonly personaId: PersonaId;
  /** Which of the map's personas this is; decides how its curve is drawn. */
  readonly index: number;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** One persona: name and line; behind it the facts and the switch of the curve. */
export function PersonaChip({
  personaId,
  index,
  isShown,
  onToggle,
}: PersonaChipProps) {
  const t = useTranslations("touchpoint.personas");
  const persona = useCatalogue().personaOf(personaId);
  const name = persona?.name ?? t("unknown");
  const colour = persona?.colour ?? "grey";
  return (
    <Popover
      label={t("about", { name })}
      className="w-88"
      trigger={
        <Button
          aria-label={t("about", { name })}
          className={cx(
            "flex h-8 max-w-48 shrink-0 items-center gap-1.5 rounded-full border border-line bg-surface pr-2.5 pl-1 text-sm transition-opacity hover:bg-hover pointer-coarse:h-11",
            !isShown && "opacity-55",
          )}
        >
          <Avatar {...{ id: personaId, name, colour }} />
          {/* On a phone several names would push each other out. */}
          <span className="min-w-0 truncate font-medium max-sm:group-data-many/personas:hidden">
            {name}
          </span>
          {isShown ? <LineSample index={index} colour={colour} /> : null}
        </Button>
      }
    >
      {(close) => (
        <PersonaCard
          {...{ personaId, name, colour, isShown, onToggle }}
          isFirst={index === 0}
          onClose={close}
        />
      )}
    </Popover>
  );
}
