"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import type { OwnerRole } from "@/lib/journey/vocabulary";
import { OWNER_ROLES } from "@/lib/journey/vocabulary";
import { Section } from "../section";
import { OwnerPicker } from "./owner-picker";
import type { SectionPartProps } from "./section-props";

/** Who is responsible for this touchpoint, and who is involved. */
export function PeopleSection({ touchpoint, canWrite }: SectionPartProps) {
  const t = useTranslations("touchpoint.people");
  return (
    <Section
      name="people"
      title={t("title")}
      isOpenAtFirst
      summary={<OwnerSummary {...{ touchpoint }} />}
    >
      {OWNER_ROLES.map((role: OwnerRole) => (
        <OwnerPicker
          key={role}
          role={role}
          touchpoint={touchpoint}
          canWrite={canWrite}
        />
      ))}
    </Section>
  );
}

function OwnerSummary({ touchpoint }: Pick<SectionPartProps, "touchpoint">) {
  const t = useTranslations("touchpoint.people");
  const { stakeholderOf } = useCatalogue();
  const known = touchpoint.owners.flatMap(
    ({ stakeholderId }) => stakeholderOf(stakeholderId) ?? [],
  );
  if (known.length === 0) return t("nobody");
  return (
    <span className="inline-flex items-center gap-1.5">
      {known.map((person) => (
        <Avatar key={person.id} {...person} size="xs" />
      ))}
      {known[0]?.name}
    </span>
  );
}
