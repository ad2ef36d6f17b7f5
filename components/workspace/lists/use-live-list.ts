"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLookAgain } from "@/components/ui/use-look-again";
import { api } from "../api-client";
import { mergeRows } from "./pending";

interface ListPage {
  readonly nextCursor: string | null;
}

interface LiveListOptions<Row, Page extends ListPage> {
  /** Of the API, with everything that narrows and orders the list. */
  readonly path: string;
  /** The first page, as the server drew it. */
  readonly first: Page;
  readonly rowsOf: (page: Page) => readonly Row[];
  readonly keyOf: (row: Row) => string;
}

type Shown<Row, Page> = Pick<LiveList<Row, Page>, "rows" | "page" | "kept">;

export interface LiveList<Row, Page> {
  readonly rows: readonly Row[];
  /** The newest page, for what it says besides its rows. */
  readonly page: Page;
  /** Rows that the list held no longer when it was read last. */
  readonly kept: ReadonlySet<string>;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Reads the next page. Resolves false where the server could not be asked. */
  readonly more: () => Promise<boolean>;
  /** Reads again what is shown: at once, and when the map has told the list what was just written. */
  readonly settle: () => void;
  /** Keeps a row in sight although the list might no longer hold it. */
  readonly touch: (key: string) => void;
}

const everyMs = 10_000;
/** Lists follow their maps within two seconds. */
const settledMs = 2_500;
const mostPerPage = 200;

const asked = (path: string, parameters: Record<string, string>) =>
  `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(parameters)}`;

/** Reads as many rows as are shown, from the first on. */
async function readAgain<Row, Page extends ListPage>(
  { path, rowsOf }: Pick<LiveListOptions<Row, Page>, "path" | "rowsOf">,
  wanted: number,
): Promise<{ rows: Row[]; page: Page } | null> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const limit = String(Math.min(mostPerPage, Math.max(50, wanted)));
    const result: Awaited<ReturnType<typeof api<Page>>> = await api<Page>(
      asked(path, cursor === null ? { limit } : { limit, cursor }),
    );
    if (!result.ok) return null;
    rows.push(...rowsOf(result.data));
    cursor = result.data.nextCursor;
    if (cursor === null || rows.length >= wanted)
      return { rows, page: result.data };
  }
}

/** A list that grows page by page and tells what others changed: when one comes back to it, and while one looks. */
export function useLiveList<
  Row extends { readonly seq: number },
  Page extends ListPage,
>(options: LiveListOptions<Row, Page>): LiveList<Row, Page> {
  const { path, first, rowsOf, keyOf } = options;
  const [shown, setShown] = useState<Shown<Row, Page>>(() => ({
    rows: rowsOf(first),
    page: first,
    kept: new Set(),
  }));
  const [isLoading, setLoading] = useState(false);
  const touched = useRef(new Set<string>());
  const latest = useRef({ turn: 0, shown, rowsOf, keyOf });
  useEffect(() => {
    latest.current = { ...latest.current, shown, rowsOf, keyOf };
  });

  const refresh = useCallback(async () => {
    const turn = ++latest.current.turn;
    const wanted = latest.current.shown.rows.length;
    const read = await readAgain<Row, Page>(
      { path, rowsOf: latest.current.rowsOf },
      wanted,
    );
    // Something newer was asked for meanwhile.
    if (read === null || turn !== latest.current.turn) return;
    setShown((before) => {
      const rows = mergeRows(
        { before: before.rows, after: read.rows },
        latest.current.keyOf,
        touched.current,
      );
      const found = new Set(read.rows);
      const kept = rows.filter((row) => !found.has(row));
      return {
        rows,
        page: read.page,
        kept: new Set(kept.map(latest.current.keyOf)),
      };
    });
  }, [path]);

  const more = useCallback(async () => {
    const cursor = latest.current.shown.page.nextCursor;
    if (cursor === null) return true;
    const turn = ++latest.current.turn;
    setLoading(true);
    const result = await api<Page>(asked(path, { cursor }));
    setLoading(false);
    if (!result.ok) return false;
    if (turn !== latest.current.turn) return true;
    setShown((before) => {
      const known = new Set(before.rows.map(latest.current.keyOf));
      const added = latest.current
        .rowsOf(result.data)
        .filter((row) => !known.has(latest.current.keyOf(row)));
      const rows = [...before.rows, ...added];
      return { ...before, rows, page: result.data };
    });
    return true;
  }, [path]);

  const touch = useCallback((key: string) => touched.current.add(key), []);
  const settle = useTwice(refresh);
  useLookAgain(refresh, everyMs);
  return {
    ...shown,
    hasMore: shown.page.nextCursor !== null,
    isLoading,
    more,
    settle,
    touch,
  };
}

/** Does something at once and a little later; what is asked for meanwhile is done with it. */
function useTwice(work: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    void work();
    timer.current = setTimeout(() => void work(), settledMs);
  }, [work]);
}
