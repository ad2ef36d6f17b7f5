"use client";

import { useState } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import type { Closed } from "./room-state";
import { useRoomState } from "./use-room-state";

const ClosedDialog = lazyPart(
  async () => (await import("./closed-dialog")).ClosedDialog,
);

/** Says why the live connection ended for good, and hands over what was not saved. */
export function ClosedNotice() {
  const closedBy = useRoomState((state) => state.closedBy);
  const [hidden, hide] = useState<Closed | null>(null);
  if (closedBy === null) return null;
  return (
    <ClosedDialog
      closed={closedBy}
      isOpen={hidden !== closedBy}
      onHide={() => hide(closedBy)}
    />
  );
}
