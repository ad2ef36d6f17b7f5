"use client";

import { Bell, BellOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { ToggleButton } from "react-aria-components";
import type { Anchor } from "@/components/map/editor-ui";
import { PanelFrame } from "@/components/touchpoint/panel-frame";
import { Segmented } from "@/components/touchpoint/fields/segmented";
import { buttonStyle } from "@/components/ui/button-style";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/components/workspace/api-client";
import { JourneyActivity } from "@/components/activity/journey-activity";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { ThreadItem, ThreadState } from "@/lib/api/comments";
import { NewThread } from "./new-thread";
import { useTalk } from "./talk-context";
import { ThreadCard } from "./thread-card";
import { ThreadList } from "./thread-list";
import { useAnchorName } from "./use-anchor";
import { useThread } from "./use-threads";

interface ConversationPanelProps {
  /** The thing that is talked about; null for the whole map. */
  readonly about: Anchor | null;
  /** A thread that somebody came for. */
  readonly threadId: string | null;
  /** Shows all conversations of the map again. */
  readonly onWiden: () => void;
  /** Goes to what a thread is about. */
  readonly onGo: (thread: ThreadItem) => void;
  readonly onClose: () => void;
}

const STATES = ["open", "resolved", "all"] as const;
const THE_MAP: Anchor = { kind: "map", id: null };

/** What is said about a map and what is on it, beside it. */
export function ConversationPanel(props: ConversationPanelProps) {
  const { about, threadId, onWiden, onGo, onClose } = props;
  const t = useTranslations("conversation");
  const [state, setState] = useState<ThreadState>("open");
  const [isMine, setMine] = useState(false);
  const [side, setSide] = useState<Side>("comments");
  const anchor = about ?? THE_MAP;
  const isOfMap = about === null && threadId === null;
  const frame = {
    label: t("title"),
    place: t("title"),
    actions: <MuteButton />,
    onClose,
  };
  if (isOfMap && side === "activity")
    return (
      <PanelFrame {...frame}>
        <div className="flex flex-col gap-4 p-4 pb-16">
          <Sides {...{ side, setSide }} />
          <JourneyActivity />
        </div>
      </PanelFrame>
    );
  return (
    <PanelFrame {...frame}>
      <div data-talk className="flex flex-col gap-4 p-4 pb-16">
        {isOfMap ? <Sides {...{ side, setSide }} /> : null}
        {threadId === null ? null : (
          <WantedThread key={threadId} {...{ threadId, onGo }} />
        )}
        {about ? <About {...{ about, onWiden }} /> : null}
        <NewThread
          anchor={anchor}
          label={t(`write.${anchor.kind}`)}
          isFocusedAtFirst={about !== null}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Segmented
            label={t("filter")}
            isLabelHidden
            options={STATES.map((id) => ({ id, label: t(`state.${id}`) }))}
            value={state}
            onChange={(next) => setState(next ?? "open")}
          />
          <ToggleButton
            isSelected={isMine}
            onChange={setMine}
            className={buttonStyle(
              "secondary",
              "sm",
              "data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent",
            )}
          >
            {t("mine")}
          </ToggleButton>
        </div>
        <ThreadList
          state={state}
          about={about?.id ?? null}
          {...{ isMine, onGo }}
          isPlaced={about === null}
          without={threadId}
          empty={t(isMine ? "emptyMine" : `empty.${state}`)}
        />
      </div>
    </PanelFrame>
  );
}

type Side = "comments" | "activity";

interface SidesProps {
  readonly side: Side;
  readonly setSide: (side: Side) => void;
}

/** What people say about the map, and what they did to it. */
function Sides({ side, setSide }: SidesProps) {
  const t = useTranslations("conversation");
  const activity = useTranslations("activity");
  return (
    <Segmented
      label={t("side")}
      isLabelHidden
      options={[
        { id: "comments", label: t("comments") },
        { id: "activity", label: activity("title") },
      ]}
      value={side}
      onChange={(next) => setSide(next ?? side)}
    />
  );
}

interface AboutProps {
  readonly about: Anchor;
  readonly onWiden: () => void;
}

function About({ about, onWiden }: AboutProps) {
  const t = useTranslations("conversation");
  const name = useAnchorName(about);
  return (
    <div className="flex items-center gap-2 rounded-md bg-sunken py-1 pr-1 pl-3 text-sm">
      <p className="min-w-0 flex-1 truncate">
        {t(`anchor.${about.kind}`)}
        {": "}
        <span className="font-medium">
          {name === null ? t("removed") : name || t(`untitled.${about.kind}`)}
        </span>
      </p>
      <IconButton label={t("showAll")} size="sm" onPress={onWiden}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** The thread that an address leads to, also where the list below does not hold it. */
function WantedThread({
  threadId,
  onGo,
}: {
  readonly threadId: string;
  readonly onGo: (thread: ThreadItem) => void;
}) {
  const t = useTranslations("conversation");
  const { detail, problem } = useThread(threadId);
  if (problem?.status === 404)
    return (
      <p role="status" className="text-sm text-ink-2">
        {t("threadGone")}
      </p>
    );
  return detail ? (
    <ThreadCard thread={detail} isPlaced isWanted onGo={onGo} />
  ) : (
    <ProblemBanner problem={problem} />
  );
}

/** Whether mails come about this map. */
function MuteButton() {
  const t = useTranslations("conversation");
  const problemText = useProblemText();
  const { store, base, journeyId } = useTalk();
  const isMuted = useSyncExternalStore(
    store.subscribe,
    store.getMuted,
    store.getMuted,
  );
  const isAsking = useRef(false);
  const change = async () => {
    // Two answers could come in the other order.
    if (isAsking.current) return;
    isAsking.current = true;
    store.mute(!isMuted);
    const path = `${base}/journeys/${journeyId}/mute`;
    const body = { isMuted: !isMuted };
    const answer = await api(path, { method: "PUT", body });
    isAsking.current = false;
    store.mute(answer.ok ? !isMuted : isMuted);
    if (answer.ok) showToast({ text: t(isMuted ? "heard" : "muted") });
    else showToast({ text: problemText(answer.problem), tone: "danger" });
  };
  return (
    <IconButton
      label={t(isMuted ? "unmute" : "mute")}
      onPress={() => void change()}
    >
      {isMuted ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />}
    </IconButton>
  );
}
