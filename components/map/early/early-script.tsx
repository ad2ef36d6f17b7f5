import { getTranslations } from "next-intl/server";
import { MAX_STRING } from "@/lib/journey/limits";
import { FIELD_LOOK } from "../editing/field-look";
import { ownerOf } from "./early";
import type { EarlySetup } from "./early";
import { startEarly } from "./early-field";
import { earlyPlaces } from "./early-places";

interface EarlyScriptProps {
  readonly journeyId: string;
  readonly userId: string;
  readonly singleKeys: boolean;
  /** Lets it run, and nothing else that stands in the page. */
  readonly nonce: string | undefined;
}

/** What takes words on the map from the first byte on. For who may write, in front of the map. */
export async function EarlyScript({
  journeyId,
  userId,
  singleKeys,
  nonce,
}: EarlyScriptProps) {
  const t = await getTranslations("map");
  const setup: EarlySetup = {
    owner: ownerOf(journeyId, userId),
    viewKey: `waymark:view:${journeyId}:${userId}`,
    singleKeys,
    mostLetters: MAX_STRING,
    words: {
      card: t("edit.card"),
      newCard: t("edit.newCard"),
      waiting: t("early.waiting"),
    },
    fieldLook: FIELD_LOOK,
    noteLook: "block text-2xs text-ink-2",
  };
  const given = JSON.stringify(setup).replaceAll("<", String.raw`\u003c`);
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {`(${startEarly.toString()})(${given},(${earlyPlaces.toString()})())`}
    </script>
  );
}
