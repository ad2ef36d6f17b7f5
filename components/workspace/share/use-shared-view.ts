"use client";

import { useEffect, useState } from "react";
import type { SharedEvents, SharedView } from "@/lib/api/shared-view";
import { applyViewChanges } from "@/lib/journey/public-view";

export type SharedConnection =
  | "live"
  | "offline"
  | SharedEvents["ended"]["reason"];

type Event<Name extends keyof SharedEvents> = MessageEvent<string> & {
  type: Name;
};

const dataOf = <Name extends keyof SharedEvents>(event: Event<Name>) =>
  JSON.parse(event.data) as SharedEvents[Name];

/** The view behind a share link, kept as it is now. The browser comes back by itself when the line breaks. */
export function useSharedView(token: string, initial: SharedView) {
  const [shared, setShared] = useState(initial);
  const [connection, setConnection] = useState<SharedConnection>("live");

  useEffect(() => {
    const source = new EventSource(`/s/${token}/live`);
    const listen = <Name extends keyof SharedEvents>(
      name: Name,
      handle: (data: SharedEvents[Name]) => void,
    ) =>
      source.addEventListener(name, (event) =>
        handle(dataOf(event as Event<Name>)),
      );

    listen("view", (view) => {
      setShared(view);
      setConnection("live");
    });
    listen("changes", (changes) =>
      setShared((held) => ({
        ...held,
        view: applyViewChanges(held.view, changes),
      })),
    );
    listen("ended", ({ reason }) => {
      source.close();
      setConnection(reason);
    });
    source.addEventListener("open", () => setConnection("live"));
    source.addEventListener("error", () =>
      // A refusal closes for good (revoked, expired); a broken line is tried again.
      setConnection(
        source.readyState === EventSource.CLOSED ? "gone" : "offline",
      ),
    );
    return () => source.close();
  }, [token]);

  return { shared, connection };
}
