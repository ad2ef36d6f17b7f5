import { Users } from "lucide-react";
import { cx } from "./cx";
import { colourOf, initialsOf } from "./person";

interface AvatarProps {
  name: string;
  /** What colour and identity hang on; the name when absent. */
  id?: string;
  colour?: string;
  kind?: "person" | "team";
  size?: "xs" | "sm" | "md" | "lg";
  className?: string;
}

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-6 text-2xs",
  md: "size-8 text-xs",
  lg: "size-12 text-md",
};

/** Initials in a person's colour; a team is square. Its name always stands beside it or in a label. */
export function Avatar({
  name,
  id,
  colour,
  kind = "person",
  size = "sm",
  className,
}: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-colour={colour ?? colourOf(id ?? name)}
      className={cx(
        "inline-flex shrink-0 items-center justify-center border border-(--edge) bg-(--tint) leading-none font-semibold text-(--tone) select-none",
        kind === "team" ? "rounded-sm" : "rounded-full",
        sizes[size],
        className,
      )}
    >
      {kind === "team" && !name ? (
        <Users className="size-1/2" />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}
