import type { ReactNode } from "react";
import type {
  ChannelId,
  PersonaId,
  StakeholderId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { OwnerRole } from "@/lib/journey/vocabulary";
import type { Spot } from "../editor-ui";
import type { EmotionDraft, EmotionPreview } from "../emotion/lines";
import type { OutlineWrite } from "../outline/outline-write";

/** What somebody may change in a view other than the map; all of it by the commands that the map uses. */
export interface ViewWrite extends OutlineWrite {
  readonly setRole: (
    touchpointId: TouchpointId,
    stakeholderId: StakeholderId,
    role: OwnerRole | null,
  ) => void;
  readonly setChannel: (
    touchpointId: TouchpointId,
    channelId: ChannelId,
    isOn: boolean,
  ) => void;
  readonly pickOwner: (touchpointId: TouchpointId, at: Spot) => void;
  readonly pickChannels: (touchpointId: TouchpointId, at: Spot) => void;
  readonly addLane: () => void;
  /** Tells colleagues where a feeling is being dragged. */
  readonly tellDraft: (draft: EmotionDraft | null) => void;
  /** Asks whom the map is about. */
  readonly personaAsker: ReactNode;
}

/** What every view is given: the same map that the grid shows. */
export interface ViewProps {
  readonly map: JourneyMap;
  /** Whose curves this reader has put aside. */
  readonly hidden: ReadonlySet<PersonaId>;
  /** Null for those who only read. */
  readonly write: ViewWrite | null;
  /** Opens the record beside the view; null where there is none, on a shared map. */
  readonly openTouchpoint: ((id: TouchpointId) => void) | null;
  /** What colleagues are dragging right now. */
  readonly previews: readonly EmotionPreview[];
}
