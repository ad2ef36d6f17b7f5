import type { JourneySummary } from "@/lib/api/journeys";
import { fillWorkspace } from "@/server/commands/fill-workspace";
import { closeDisk } from "@/server/files/disk";
import { startTestApp, type TestApp } from "./app";

export interface SampleApp {
  readonly app: TestApp;
  /** The sample map of a new workspace. */
  readonly sample: JourneySummary;
}

/** The app with what a new workspace is given, as after signing up. */
export async function startSampleApp(): Promise<SampleApp> {
  const app = await startTestApp();
  closeDisk();
  const { editor } = app.people;
  const workspaceId = app.workspace.id;
  const actor = {
    kind: "member",
    role: "editor",
    userId: editor.userId,
    workspaceId,
  } as const;
  await fillWorkspace({ workspaceId, actor, locale: "en" });
  const response = await editor.fetch("/workspaces/acme/journeys");
  const { journeys } = (await response.json()) as {
    journeys: [JourneySummary];
  };
  return { app, sample: journeys[0] };
}
