"use client";

import { useMemo } from "react";
import { withPending } from "../lists/pending";
import { useLiveList } from "../lists/use-live-list";
import { cardKey, useCardChanges, type ListedCard } from "./use-card-changes";

interface LiveCardsOptions<Row, Page> {
  readonly slug: string;
  readonly path: string;
  readonly first: Page;
  readonly rowsOf: (page: Page) => readonly Row[];
}

/** A list of cards that follows what others do, with what is being changed here already shown as it will be. */
export function useLiveCards<
  Row extends ListedCard,
  Page extends { readonly nextCursor: string | null },
>({ slug, path, first, rowsOf }: LiveCardsOptions<Row, Page>) {
  const list = useLiveList<Row, Page>({ path, first, rowsOf, keyOf: cardKey });
  const { pending, change, follow } = useCardChanges<Row>(slug, {
    onTouch: list.touch,
    onDone: list.settle,
  });
  const rows = useMemo(
    () => list.rows.map((row) => withPending(row, cardKey(row), pending)),
    [list.rows, pending],
  );
  return { list, rows, change, follow };
}
