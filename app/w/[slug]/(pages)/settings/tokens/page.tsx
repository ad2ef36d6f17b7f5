import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenList } from "@/components/workspace/settings/token-list";
import { can } from "@/lib/access/can";
import { listApiTokens } from "@/server/queries/api-tokens";
import { standingOf } from "../../../standing";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.tokens") };
}

export default async function TokensPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const { actor, workspace, person, may } = await standingOf(slug);
  const showsAll = may["token:list-all"];
  const tokens = await listApiTokens({
    workspaceId: workspace.id,
    userId: showsAll ? null : person.id,
  });
  return (
    <TokenList
      slug={slug}
      showsOwners={showsAll}
      tokens={tokens.map((token) => ({
        ...token,
        mayRevoke: can(actor, "token:revoke", { userId: token.userId }),
      }))}
    />
  );
}
