import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/workspace/client-messages";
import { StakeholderPage } from "@/components/workspace/stakeholders/stakeholder-page";
import { id } from "@/lib/api/fields";
import { handOverPreview } from "@/server/queries/hand-over";
import { memberOptions } from "@/server/queries/member-options";
import { findPersonalLink } from "@/server/queries/personal-link";
import { findDuties } from "@/server/queries/mine";
import {
  findStakeholder,
  listStakeholders,
} from "@/server/queries/stakeholders";
import { standingOf } from "../../../standing";

interface PageProps {
  params: Promise<{ slug: string; stakeholderId: string }>;
}

async function read({ params }: PageProps) {
  const { slug, stakeholderId } = await params;
  const { workspace, may } = await standingOf(slug);
  if (!id.safeParse(stakeholderId).success) notFound();
  const found = await findStakeholder({
    workspaceId: workspace.id,
    stakeholderId,
    withEmail: may["member:emails"],
  });
  if (!found) notFound();
  return { slug, workspaceId: workspace.id, may, stakeholder: found };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  return { title: (await read(props)).stakeholder.name };
}

export default async function Page(props: PageProps) {
  const { slug, workspaceId, may, stakeholder } = await read(props);
  const key = { workspaceId, stakeholderId: stakeholder.id };
  const isWithoutAccount =
    stakeholder.member === null && stakeholder.archivedAt === null;
  const [duties, { journeys }, members, active, personal] = await Promise.all([
    findDuties({ ...key, withFinished: false }),
    handOverPreview(key),
    memberOptions({ workspaceId }),
    listStakeholders({ workspaceId, archived: false, withEmail: false }),
    may["person-link:read"] && isWithoutAccount
      ? findPersonalLink({ ...key, madeId: null })
      : null,
  ]);
  return (
    <ClientMessages
      namespaces={["stakeholders", "touchpoints", "emotion", "mine", "person"]}
    >
      <StakeholderPage
        {...{ slug, stakeholder, duties, members, personal }}
        parts={journeys}
        others={active.flatMap(({ id: key, name, member }) =>
          key === stakeholder.id
            ? []
            : [{ id: key, name, hasAccount: member !== null }],
        )}
        mayEdit={may["catalogue:edit"]}
        mayEditMaps={may["journey:edit"]}
      />
    </ClientMessages>
  );
}
