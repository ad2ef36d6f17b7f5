import type { Browser } from "@playwright/test";
import { createPeople, type Person } from "./people";
import type { TestServer } from "./server";

/** Somebody with the sample map. */
export interface Sample {
  readonly person: Person;
  /** The address of the map, and of it with a touchpoint opened. */
  readonly map: string;
  readonly touchpoint: string;
  readonly close: () => Promise<unknown>;
}

export async function makeSample(
  browser: Browser,
  server: TestServer,
): Promise<Sample> {
  const people = createPeople(browser, server);
  const person = await people.signUp();
  const { workspace } = person;
  const { request } = person.context;
  const firstOf = async (list: string, query = ""): Promise<string> => {
    const answer = await request.get(
      `/api/v1/workspaces/${workspace}/${list}${query}`,
    );
    const all = (await answer.json()) as Record<string, { id: string }[]>;
    return all[list]![0]!.id;
  };
  const journey = await firstOf("journeys");
  const touchpoint = await firstOf("touchpoints", `?journey=${journey}`);
  const map = `/w/${workspace}/journeys/${journey}`;
  return {
    person,
    map,
    touchpoint: `${map}?touchpoint=${touchpoint}`,
    close: people.close,
  };
}
