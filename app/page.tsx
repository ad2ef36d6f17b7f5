import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { Landing } from "@/components/workspace/landing";
import { NoWorkspace } from "@/components/workspace/no-workspace";
import { ClientMessages } from "@/components/workspace/client-messages";
import { listWorkspaces } from "@/server/queries/workspaces";
import { viewer } from "./viewer";

export async function generateMetadata() {
  return { description: (await getTranslations("workspace.home"))("text") };
}

export default async function HomePage() {
  const { person } = await viewer();
  if (!person) return <Landing />;
  const [first] = await listWorkspaces({ userId: person.id, onlyId: null });
  if (first) redirect(`/w/${first.slug}/journeys`);
  return (
    <ClientMessages namespaces={["workspace"]}>
      <NoWorkspace person={person} />
    </ClientMessages>
  );
}
