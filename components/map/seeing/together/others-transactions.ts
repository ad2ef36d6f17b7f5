import type * as Y from "yjs";
import { useEffect, useEffectEvent } from "react";
import { useRoom } from "@/components/room/room-context";

/** Tells of each change that comes from others, while the page still shows what was before it. */
export function useOthersTransactions(
  onChange: (transaction: Y.Transaction) => void,
): void {
  const { client } = useRoom();
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const doc = client?.doc;
    if (!doc) return;
    const listen = (transaction: Y.Transaction) => {
      if (!transaction.local) tell(transaction);
    };
    // Before whoever draws hears of it: words are written to their card at once.
    doc.on("beforeObserverCalls", listen);
    return () => doc.off("beforeObserverCalls", listen);
  }, [client]);
}
