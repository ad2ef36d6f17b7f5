import { keepHeader, keepWords, type Keep } from "@/lib/kept/keep";
import { BUILD } from "@/lib/protocol/build";
import { env } from "@/server/env";
import { pageResponse } from "./page-status";

/**
 * Lets the browser of this page's reader keep the page that is being drawn. No cache on the way may, and no other page
 * says so.
 *
 * @returns whether pages are kept at all: not while developing, and not where the operator does not want it.
 */
export function offerToKeep(page: Omit<Keep, "build">): boolean {
  if (BUILD === "" || env.KEPT_PAGES === "off") return false;
  const response = pageResponse();
  if (response && !response.headersSent)
    response.setHeader(keepHeader, keepWords({ ...page, build: BUILD }));
  return true;
}
