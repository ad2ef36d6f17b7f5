import { MAX_STRING } from "@/lib/journey/limits";
import { FIELD_LOOK } from "../editing/field-look";
import { ownerOf } from "./early";
import type { EarlySetup } from "./early";
import { startEarly } from "./early-field";
import { earlyPlaces } from "./early-places";

interface EarlyPage {
  readonly journeyId: string;
  readonly userId: string;
  readonly singleKeys: boolean;
  /** In the language of the reader. */
  readonly words: EarlySetup["words"];
}

/**
 * What takes words on the map from the first byte on, as the text of a script. For who may write, in front of the map.
 *
 * @returns a text that can stand within a script element.
 */
export function earlyScript({
  journeyId,
  userId,
  singleKeys,
  words,
}: EarlyPage): string {
  const setup: EarlySetup = {
    owner: ownerOf(journeyId, userId),
    viewKey: `waymark:view:${journeyId}:${userId}`,
    singleKeys,
    mostLetters: MAX_STRING,
    words,
    fieldLook: FIELD_LOOK,
    noteLook: "block text-2xs text-ink-2",
  };
  const given = JSON.stringify(setup).replaceAll("<", String.raw`\u003c`);
  return `(${startEarly.toString()})(${given},(${earlyPlaces.toString()})())`;
}
