import { useMemo } from "react";
import { leave } from "@/components/room/leaving";
import { useRouteParams } from "./page-route";

/**
 * Stands in the place of `next/navigation` on the map's page, which the framework's router does not reach: whoever leaves it
 * leaves the document.
 */
export function useRouter() {
  return useMemo(
    () => ({
      push: (path: string) => leave(() => window.location.assign(path)),
      /** Other pages ask the server for their rows again. The map's are live, and what is beside them asks for itself. */
      refresh: () => undefined,
    }),
    [],
  );
}

export const useParams = useRouteParams;
