import type { ReactNode } from "react";
import { ClientMessages } from "@/components/workspace/client-messages";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { countUnread } from "@/server/queries/inbox";
import { listWorkspaces } from "@/server/queries/workspaces";
import { standingOf } from "../standing";

interface LayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export default async function PagesLayout({ params, children }: LayoutProps) {
  const { slug } = await params;
  const { workspace, person } = await standingOf(slug);
  const [workspaces, unread] = await Promise.all([
    listWorkspaces({ userId: person.id, onlyId: null }),
    countUnread({ workspaceId: workspace.id, userId: person.id }),
  ]);
  return (
    <ClientMessages namespaces={["workspace", "palette"]}>
      <WorkspaceFrame
        workspace={workspace}
        workspaces={workspaces}
        person={person}
        unread={unread}
      >
        {children}
      </WorkspaceFrame>
    </ClientMessages>
  );
}
