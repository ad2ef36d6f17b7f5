import { Link } from "./link";
import type { ComponentProps } from "react";
import {
  buttonStyle,
  type ButtonSize,
  type ButtonVariant,
} from "./button-style";

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** A link that looks like a button: it leads somewhere and does nothing else. */
export function ButtonLink({
  variant = "secondary",
  size = "md",
  className,
  ...props
}: ButtonLinkProps) {
  return <Link {...props} className={buttonStyle(variant, size, className)} />;
}
