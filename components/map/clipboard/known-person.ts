import { isId, asId } from "@/lib/journey/ids";
import type { StakeholderId } from "@/lib/journey/ids";
import type { CopiedCard } from "@/lib/formats/copied-cells";
import type { Catalogue } from "../drawing/catalogue";

type Known = Pick<Catalogue, "stakeholders" | "stakeholderOf">;

interface Person {
  readonly stakeholderId: StakeholderId | null;
  /** What a person is called whom nobody knows here. */
  readonly unknown: string | null;
}

/** Who is responsible for a copied card: the same person, one of the same name, or only a name. */
export function knownPerson(card: CopiedCard, catalogue: Known): Person {
  const { stakeholderId: id, name } = card.task ?? {};
  if (id && isId(id) && catalogue.stakeholderOf(id))
    return { stakeholderId: asId<StakeholderId>(id), unknown: null };
  const wanted = name?.trim().toLocaleLowerCase();
  if (!wanted) return { stakeholderId: null, unknown: null };
  const same = catalogue.stakeholders.find(
    (row) => !row.archived && row.name.trim().toLocaleLowerCase() === wanted,
  );
  return same
    ? { stakeholderId: same.id, unknown: null }
    : { stakeholderId: null, unknown: name?.trim() ?? null };
}
