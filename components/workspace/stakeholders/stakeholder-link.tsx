import { Link } from "@/components/ui/link";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";

/** The page of a stakeholder. */
export const stakeholderHref = (slug: string, id: string) =>
  `/w/${slug}/stakeholders/${id}`;

interface StakeholderLinkProps {
  slug: string;
  stakeholder: {
    id: string;
    name: string;
    kind: "person" | "team";
    colour: string;
  };
  size?: "xs" | "sm";
  className?: string;
}

/** Somebody by face and name, leading to their page. */
export function StakeholderLink({
  slug,
  stakeholder: { id, name, kind, colour },
  size = "sm",
  className,
}: StakeholderLinkProps) {
  return (
    <Link
      href={stakeholderHref(slug, id)}
      className={cx(
        "finger relative flex min-w-0 items-center rounded-sm hover:text-accent hover:underline",
        size === "xs" ? "gap-1.5" : "gap-2.5",
        className,
      )}
    >
      <Avatar {...{ name, colour, kind, size }} />
      <span className="min-w-0 hyphens-auto wrap-anywhere">{name}</span>
    </Link>
  );
}
