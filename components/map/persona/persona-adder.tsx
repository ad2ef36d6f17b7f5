"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { useLibrary } from "@/components/room/library";
import { useCommands } from "@/components/room/use-commands";
import { useCustomer } from "@/components/room/use-customer-word";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { SearchOrCreate } from "@/components/touchpoint/fields/search-or-create";
import { useCreateRow } from "@/components/touchpoint/use-create-row";
import { asId, type PersonaId } from "@/lib/journey/ids";
import { linkPersona } from "@/lib/journey/meta";

const LINE_COLOURS = [
  "blue",
  "pink",
  "green",
  "purple",
  "orange",
  "red",
  "yellow",
] as const;

interface PersonaAdderProps {
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

/** Links a persona that the workspace knows, or makes a draft of a new one by its name. */
export function PersonaAdder({ isFirst, onClose }: PersonaAdderProps) {
  const t = useTranslations("touchpoint.personas");
  const customer = useCustomer();
  const linked = useJourneyMap((map) => map.personas);
  const { personas, personaOf } = useCatalogue();
  const { mayCreate, createPersona } = useLibrary();
  const createRow = useCreateRow();
  const { run } = useCommands();
  const link = (personaId: PersonaId) => {
    run((ctx) => linkPersona(ctx, { personaId }));
    onClose();
  };
  // Curves are told apart by shape and dashes already; a colour of its own helps those who see it.
  const taken = linked.map((id) => personaOf(id)?.colour);
  const colour = LINE_COLOURS.find((one) => !taken.includes(one)) ?? "grey";
  const handleCreate = async (name: string) => {
    const made = await createRow(() =>
      createPersona({ name, colour, draft: true }),
    );
    if (made) link(asId(made.id));
  };
  const free = personas.filter(
    ({ id, archived }) => !archived && !linked.includes(id),
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-semibold">{isFirst ? t("ask") : t("add")}</p>
      {isFirst ? (
        <p className="text-sm text-ink-2">{t("askText", customer)}</p>
      ) : null}
      <SearchOrCreate
        label={t("search")}
        placeholder={t("search")}
        emptyText={t("none")}
        autoFocus
        choices={free.map(({ id, name, colour, summary }) => ({
          id,
          label: name,
          description: summary,
          icon: <Avatar {...{ id, name, colour }} size="xs" />,
        }))}
        onPick={link}
        create={
          mayCreate
            ? { label: (name) => t("create", { name }), run: handleCreate }
            : undefined
        }
      />
    </div>
  );
}
