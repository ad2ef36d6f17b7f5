import { readJourney } from "./read-journey";

interface PageProps {
  params: Promise<{ slug: string; id: string }>;
}

/**
 * The map itself is drawn before the framework is asked (app/map-page). What comes here is what it could not answer: whoever
 * is not signed in, and what is not there for them.
 *
 * @throws where all is there, so that the page about an error is shown: drawing the map failed.
 */
export default async function JourneyPage({ params }: PageProps) {
  const { journey } = await readJourney(await params);
  throw new Error(`the map of journey ${journey.id} was not drawn`);
}
