import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { leave } from "@/components/room/leaving";
import { leadsToMap } from "@/lib/kept/keep";

export type GoOptions = NonNullable<
  Parameters<ReturnType<typeof useRouter>["push"]>[1]
>;

/**
 * Goes to a page of ours without a link. The page of a map is no page of Next's router, which would ask the server in vain
 * before it loads the document.
 */
export function useGoTo() {
  const router = useRouter();
  return useCallback(
    (path: string, options?: GoOptions) =>
      leadsToMap(path)
        ? leave(() => window.location.assign(path))
        : router.push(path, options),
    [router],
  );
}
