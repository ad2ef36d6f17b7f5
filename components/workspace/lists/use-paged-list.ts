"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api, type Problem } from "../api-client";

interface ListPage {
  readonly nextCursor: string | null;
}

interface PagedListOptions<Row, Page extends ListPage> {
  /** Of the API, with everything that narrows the list. */
  readonly path: string;
  readonly rowsOf: (page: Page) => readonly Row[];
  /** Another one says that something may have changed: what is shown is read again. */
  readonly edition?: unknown;
  /** The first page, where the server drew it. */
  readonly first?: Page;
}

export interface PagedList<Row, Page> {
  /** Null until they are known. */
  readonly rows: readonly Row[] | null;
  /** The newest page, for what it says besides its rows. */
  readonly page: Page | null;
  /** Why it could not be read last. */
  readonly problem: Problem | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Reads the next page. Resolves false where the server could not be asked. */
  readonly more: () => Promise<boolean>;
  /** Reads again what is shown. */
  readonly reload: () => Promise<void>;
}

interface Shown<Row, Page> {
  readonly rows: readonly Row[];
  readonly page: Page;
}

const mostPerPage = 200;

const asked = (path: string, parameters: Record<string, string>) => {
  const rest = new URLSearchParams(parameters).toString();
  if (rest === "") return path;
  return `${path}${path.includes("?") ? "&" : "?"}${rest}`;
};

/** A list that grows page by page. What somebody has read on to stays in sight when it is read again. */
export function usePagedList<Row, Page extends ListPage>(
  options: PagedListOptions<Row, Page>,
): PagedList<Row, Page> {
  const { path, rowsOf, edition, first } = options;
  const [shown, setShown] = useState<Shown<Row, Page> | null>(() =>
    first ? { rows: rowsOf(first), page: first } : null,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(false);
  const latest = useRef({ turn: 0, shown, rowsOf });
  useEffect(() => {
    latest.current = { ...latest.current, shown, rowsOf };
  });
  const isFirst = useRef(first !== undefined);
  const isGrown = useRef(false);
  const isReloadDue = useRef(false);

  const reload = useCallback(async () => {
    const turn = ++latest.current.turn;
    isReloadDue.current = true;
    const count = latest.current.shown?.rows.length ?? 0;
    const limit = String(Math.min(mostPerPage, Math.max(1, count)));
    const result = await api<Page>(
      asked(path, isGrown.current ? { limit } : {}),
    );
    // What was asked before something changed is not put over what was asked after it.
    if (turn !== latest.current.turn) return;
    isReloadDue.current = false;
    setLoading(false);
    setProblem(result.ok ? null : result.problem);
    // What is known stays, and with it what somebody is writing in it.
    if (result.ok)
      setShown({
        rows: latest.current.rowsOf(result.data),
        page: result.data,
      });
  }, [path]);

  const more = useCallback(async () => {
    const cursor = latest.current.shown?.page.nextCursor ?? null;
    if (cursor === null) return true;
    const turn = ++latest.current.turn;
    setLoading(true);
    const result = await api<Page>(asked(path, { cursor }));
    if (turn !== latest.current.turn) return true;
    setLoading(false);
    if (result.ok) {
      isGrown.current = true;
      const { rowsOf: rowsIn, shown: before } = latest.current;
      const rows = [...(before?.rows ?? []), ...rowsIn(result.data)];
      latest.current.shown = { rows, page: result.data };
      setShown(latest.current.shown);
    }
    // What was to be read again when somebody read on is read now, with what has come.
    if (isReloadDue.current) void reload();
    return result.ok;
  }, [path, reload]);

  useEffect(() => {
    // The server has just drawn what would be asked for.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void reload();
  }, [reload, edition, first]);

  return {
    rows: shown?.rows ?? null,
    page: shown?.page ?? null,
    problem,
    hasMore: (shown?.page.nextCursor ?? null) !== null,
    isLoading,
    more,
    reload,
  };
}
