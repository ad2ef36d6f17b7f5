import type { JourneySummary } from "@/lib/api/journeys";
import type { ShareLinkInfo } from "@/lib/api/share-links";
import type { SharedView } from "@/lib/api/shared-view";
import type { TouchpointId } from "@/lib/journey/ids";
import { prisma } from "@/server/db/prisma";
import { addressHeader } from "@/server/http/address";
import { closeLimits } from "@/server/limits/stores";
import { shareView } from "@/server/queries/share";
import { startSampleApp } from "@/test/sample-app";
import { createShareApp } from "../app";
import { usualTiming } from "../broadcast";
import { Broadcasts } from "../broadcasts";
import { SharedFiles } from "../shared-files";

export const journeys = "/workspaces/acme/journeys";

interface Said {
  readonly event: string;
  readonly data: unknown;
}

/** Reads a stream to its end: what was said so far, whether it is over, and how to leave. */
function listen(response: Response) {
  const reader = response.body!.getReader();
  const said: Said[] = [];
  const state = { over: false };
  const read = async () => {
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
        if (event) said.push({ event, data: JSON.parse(data!) });
      }
    }
    state.over = true;
  };
  return {
    response,
    said,
    state,
    reading: read(),
    leave: () => reader.cancel(),
  };
}

/** The app with its sample map, an editor who makes links to it, and visitors who open them. */
export async function startSharing() {
  const { app, sample } = await startSampleApp();
  const { editor } = app.people;
  const broadcasts = new Broadcasts({ ...usualTiming, changesMs: 20 });
  const share = createShareApp(broadcasts, new SharedFiles());

  const get = async (
    path: string,
    init: RequestInit = {},
    ip = "192.0.2.7",
  ) => {
    const headers = new Headers(init.headers);
    headers.set(addressHeader, ip);
    return share.fetch(
      new Request(`http://localhost:3000${path}`, { ...init, headers }),
    );
  };
  const visit = (token: string) => shareView({ token, ip: "192.0.2.7" });

  return {
    app,
    editor,
    sample,
    get,
    visit,
    author: { kind: "user", id: editor.userId } as const,
    async makeLink(
      body: object = {},
      journeyId = sample.id,
    ): Promise<ShareLinkInfo & { token: string }> {
      const path = `${journeys}/${journeyId}/share-links`;
      const response = await editor.send("POST", path, body);
      if (response.status !== 201) throw new Error(await response.text());
      const link = (await response.json()) as ShareLinkInfo;
      return { ...link, token: link.url!.split("/s/")[1]! };
    },
    async opened(token: string): Promise<SharedView> {
      const found = await visit(token);
      if (found.state !== "open") throw new Error(found.state);
      return found.shared;
    },
    async watch(token: string) {
      const response = await get(`/s/${token}/live`);
      if (response.status !== 200) throw new Error(await response.text());
      return listen(response);
    },
    /** A copy of the sample map, so that what a test changes is seen by no other. */
    async newJourney(): Promise<JourneySummary> {
      const source = { kind: "journey", journeyId: sample.id };
      const response = await editor.send("POST", journeys, { source });
      return (await response.json()) as JourneySummary;
    },
    async firstTouchpoint(journeyId: string): Promise<TouchpointId> {
      const row = await prisma().touchpointRow.findFirstOrThrow({
        where: { journeyId },
        orderBy: { ordinal: "asc" },
      });
      return row.id as TouchpointId;
    },
    async forgetLimits() {
      await prisma().rateLimit.deleteMany();
      closeLimits();
    },
    async stop() {
      await broadcasts.stop();
      await app.stop();
    },
  };
}
