import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { pageHeader } from "@/server/http/page-header";
import { addressOfMap } from "./map-address";
import { readJourney } from "./read-journey";

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
}

/**
 * The map itself is drawn before the framework is asked (app/map-page). What comes here is what it could not answer: whoever
 * is not signed in, what is not there for them, and who spelt its address in another way.
 *
 * @throws where all is there, so that the page about an error is shown: drawing the map failed.
 */
export default async function JourneyPage({ params }: PageProps) {
  const { standing, journey } = await readJourney(await params);
  const { slug } = standing.workspace;
  const asked = (await headers()).get(pageHeader) ?? "/";
  const address = addressOfMap(asked, { slug, id: journey.id });
  if (address) redirect(address);
  throw new Error(`the map of journey ${journey.id} was not drawn`);
}
