"use client";

import { LiveConversation } from "@/components/conversation/live-conversation";
import { KeptPage } from "@/components/kept/kept-page";
import { LibraryProvider } from "@/components/room/library";
import { ReadingProvider } from "@/components/room/reading-mode";
import { RoomProvider } from "@/components/room/room-provider";
import { EditorFrame } from "./editor-frame";
import { LiveEvidence } from "./emotion/live-evidence";
import type { JourneyEditorProps } from "./editor-props";

/** A journey to read and write together. Fills the height that the page gives it. */
export function JourneyEditor(props: JourneyEditorProps) {
  const {
    journeyId,
    workspace,
    me,
    abilities,
    initialMap,
    evidence,
    funnel = null,
    conversation,
    singleKeys,
    opens,
    asks,
    saved,
    isSavedGone,
    isKept = false,
    freshness,
    actions,
    dismissedTips,
  } = props;
  const { personas, stakeholders, channels } = props;
  return (
    <RoomProvider
      journeyId={journeyId}
      workspaceSlug={workspace.slug}
      me={me}
      mayEdit={abilities.edit}
      initialMap={initialMap}
    >
      {isKept ? <KeptPage /> : null}
      <ReadingProvider mayEdit={abilities.edit}>
        <LibraryProvider
          initial={{ personas, stakeholders, channels }}
          mayCreate={abilities.edit}
        >
          <LiveEvidence
            initial={evidence}
            staleMonths={workspace.staleMonths}
            funnel={funnel}
            mayBring={abilities.bringEvidence}
          >
            <LiveConversation
              initial={conversation}
              mayComment={abilities.comment}
            >
              <EditorFrame
                {...{
                  singleKeys,
                  opens,
                  asks,
                  saved,
                  isSavedGone,
                  freshness,
                  actions,
                  dismissedTips,
                }}
              />
            </LiveConversation>
          </LiveEvidence>
        </LibraryProvider>
      </ReadingProvider>
    </RoomProvider>
  );
}
