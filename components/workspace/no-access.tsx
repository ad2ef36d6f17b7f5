import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import type { Role } from "@/lib/access/roles";

interface NoAccessProps {
  slug: string;
  role: Role;
  /** Who could give more rights. */
  granters: readonly {
    userId: string;
    name: string;
    role: Role;
    email?: string;
  }[];
}

/** Says what is missing and who can give it, instead of a bare refusal. */
export function NoAccess({ slug, role, granters }: NoAccessProps) {
  const t = useTranslations("workspace.noAccess");
  const roles = useTranslations("common.role");
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-4 py-16 text-center">
      <Lock aria-hidden="true" className="size-7 stroke-[1.5] text-ink-3" />
      <h1 className="text-xl">{t("title")}</h1>
      <p className="text-ink-2">{t("text", { role: roles(role) })}</p>
      <ul className="flex w-full flex-col gap-2 text-left">
        {granters.map((member) => (
          <li
            key={member.userId}
            className="flex items-center gap-3 rounded-md border border-line bg-surface px-3 py-2"
          >
            <Avatar name={member.name} id={member.userId} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{member.name}</span>
              {member.email ? (
                <a
                  href={`mailto:${member.email}`}
                  className="block truncate text-xs text-accent hover:underline"
                >
                  {member.email}
                </a>
              ) : null}
            </span>
            <span className="text-xs text-ink-3">{roles(member.role)}</span>
          </li>
        ))}
      </ul>
      <ButtonLink href={`/w/${slug}/journeys`}>{t("back")}</ButtonLink>
    </div>
  );
}
