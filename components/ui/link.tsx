import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to another page of ours. Next would ask the server ahead for every page that a link in sight leads to: 27
 * requests for one page of a workspace, each with its session, its rights and its frame. No page of ours has a part that
 * is the same for everybody, so whoever follows the link asks for the page all the same.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
