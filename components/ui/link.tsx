import NextLink from "next/link";
import type { ComponentProps } from "react";
import { leadsToMap } from "@/lib/kept/keep";
import { DocumentLink } from "./document-link";

/**
 * A link to another page of ours. Next would ask the server ahead for every page that a link in sight leads to: 27
 * requests for one page of a workspace, each with its session, its rights and its frame. No page of ours has a part that
 * is the same for everybody, so whoever follows the link asks for the page all the same. The page of a map is no page of
 * Next's router.
 */
export function Link({
  href,
  children,
  ...props
}: ComponentProps<typeof NextLink>) {
  return typeof href === "string" && leadsToMap(href) ? (
    <DocumentLink {...props} href={href}>
      {children}
    </DocumentLink>
  ) : (
    <NextLink prefetch={false} href={href} {...props}>
      {children}
    </NextLink>
  );
}
