import { ArrowLeft } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";

/** The way back, above the head of a page that stands alone. */
export function BackLink({
  href,
  children,
}: {
  href: string;
  children: string;
}) {
  return (
    <ButtonLink href={href} variant="quiet" size="sm" className="mb-3 -ml-2.5">
      <ArrowLeft aria-hidden="true" />
      {children}
    </ButtonLink>
  );
}
