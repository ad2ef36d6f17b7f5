import { redirect } from "next/navigation";

export default async function WorkspacePage({
  params,
}: {
  params: Promise<{ slug: string }>;
}) {
  redirect(`/w/${encodeURIComponent((await params).slug)}/journeys`);
}
