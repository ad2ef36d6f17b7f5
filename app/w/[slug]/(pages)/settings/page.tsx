import { redirect } from "next/navigation";
import { standingOf } from "../../standing";

export default async function SettingsPage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const { may } = await standingOf(slug);
  redirect(
    `/w/${slug}/settings/${may["workspace:change"] ? "general" : "members"}`,
  );
}
