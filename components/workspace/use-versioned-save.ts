"use client";

import { useCallback, useState } from "react";
import { api, type ApiResult } from "./api-client";
import { useAction } from "./use-action";

interface Versioned {
  version: number;
}

/**
 * Saves a record that several people may edit: a change names the version that it was made to. When
 * another one came between, `conflict` holds what is there now and nothing has been written.
 */
export function useVersionedSave<
  Fields extends object,
  Row extends Fields & Versioned,
>(path: string) {
  const { isPending, problem, run, reset } = useAction();
  const [conflict, setConflict] = useState<Row | null>(null);

  const save = useCallback(
    async (fields: Fields, version: number): Promise<ApiResult<Row>> => {
      const result = await run(() =>
        api<Row>(path, { method: "PATCH", body: fields, ifMatch: version }),
      );
      const isConflict =
        !result.ok && result.problem.code === "version_conflict";
      setConflict(isConflict ? (result.problem.current as Row) : null);
      if (isConflict) reset();
      return result;
    },
    [path, run, reset],
  );
  return {
    isPending,
    problem,
    conflict,
    save,
    forget: () => setConflict(null),
  };
}
