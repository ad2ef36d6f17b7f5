import type { ReactNode } from "react";
import type { Conversation } from "@/lib/api/comments";
import type { ViewItem } from "@/lib/api/views";
import type { EvidenceGroup } from "@/lib/insight/evidence-of";
import type { FunnelCounts } from "@/lib/insight/funnel";
import type { ChannelId, PersonaId, StakeholderId } from "@/lib/journey/ids";
import type { PackedMap } from "@/lib/journey/packed-map";
import type { WantedRecord } from "./editor-ui";
import type { MapView } from "@/lib/views/views";
import type { Colour } from "@/lib/journey/vocabulary";

export interface PersonaChoice {
  readonly id: PersonaId;
  readonly name: string;
  readonly colour: Colour;
  readonly summary: string;
  readonly draft: boolean;
  readonly archived: boolean;
}

export interface StakeholderChoice {
  readonly id: StakeholderId;
  readonly name: string;
  readonly kind: "person" | "team";
  readonly colour: Colour;
  readonly archived: boolean;
  /** The member that this person is, where there is an account. */
  readonly userId: string | null;
}

export interface ChannelChoice {
  readonly id: ChannelId;
  /** In the reader's language. */
  readonly name: string;
  readonly icon: string;
  readonly medium: "online" | "offline";
  readonly archived: boolean;
}

/** The rows beside the document that a map refers to. */
export interface CatalogueRows {
  readonly personas: readonly PersonaChoice[];
  readonly stakeholders: readonly StakeholderChoice[];
  readonly channels: readonly ChannelChoice[];
}

export interface JourneyEditorProps extends CatalogueRows {
  readonly journeyId: string;
  readonly workspace: {
    readonly slug: string;
    /** After how many months evidence is old. */
    readonly staleMonths: number;
  };
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
  };
  readonly abilities: {
    readonly edit: boolean;
    readonly share: boolean;
    readonly bringEvidence: boolean;
    readonly comment: boolean;
  };
  /** Whether single letters are commands; a setting of the person. */
  readonly singleKeys: boolean;
  /** Tips that this person has put away. */
  readonly dismissedTips?: readonly string[];
  /** For the first paint, before the live document is here. */
  readonly initialMap: PackedMap | null;
  /** What its curves rest on. */
  readonly evidence: readonly EvidenceGroup[];
  /** How many came to its touchpoints, where they were counted. */
  readonly funnel?: FunnelCounts | null;
  /** How much is said about it. */
  readonly conversation: Conversation;
  /** What the address of the page asks to open. */
  readonly opens?: WantedRecord | null;
  /** The view that the address of the page asks for. */
  readonly asks?: MapView | null;
  /** The saved view that the address asks for. */
  readonly saved?: ViewItem | null;
  /** The address asks for a view that is not there for this reader. */
  readonly isSavedGone?: boolean;
  /** Whether this page may be kept on the device of its reader. */
  readonly isKept?: boolean;
  /** Stands at the right of the header: sharing, and what else the page offers. */
  /** How fresh the map is: in the header, or on a phone beside the filter. */
  readonly freshness?: ReactNode;
  readonly actions?: ReactNode;
}
