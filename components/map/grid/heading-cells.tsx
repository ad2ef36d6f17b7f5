"use client";

import { Ellipsis, Flag, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { CommentMark } from "@/components/conversation/comment-mark";
import { useAnchorCount } from "@/components/conversation/talk-context";
import { useMapParts } from "@/components/room/use-journey-map";
import {
  useLooksWritable,
  usePeopleAt,
} from "@/components/room/use-room-state";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import type { ColumnId } from "@/lib/journey/ids";
import type { Touchpoint } from "@/lib/journey/journey-map";
import { ComingPictures } from "../clipboard/coming-pictures";
import { useCatalogue } from "../drawing/catalogue";
import { LiveFailure } from "../failure/touchpoint-failure";
import { CellEditor } from "../editing/cell-editor";
import { stageIn, touchpointIn } from "../map-index";
import { PeopleRing, RingOf } from "./people-ring";
import { PickedMark } from "./picked-mark";
import { isPicked } from "./picks";
import { cellName } from "./shape";
import type { GridCell, GridShape } from "./shape";
import { cellStyle, markStyle, useCellWith } from "./use-cell";
import { useOver } from "./use-over";

const STAGES = ["stages"] as const;

/** The heading of a stage over all its touchpoints; its name stays in view as long as any of them is. */
export const StageCell = memo(function StageCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const stage = useMapParts(STAGES, (map) => stageIn(map, cell.columnId));
  const { mark, attributes, edit, isHeld } = useCellWith(cell, ({ hand }) => ({
    isHeld: hand?.subject.id === cell.columnId,
  }));
  const { isOver, over } = useOver();
  if (!stage) return null;
  return (
    <div
      role="columnheader"
      {...attributes}
      {...over}
      data-drag="stage"
      data-id={stage.id}
      data-colour={stage.colour ?? undefined}
      title={stage.description || undefined}
      className={cellStyle(
        mark,
        cx(
          "group/head border-r border-line-strong bg-paper px-3 pt-2.5 pb-2",
          isHeld && "opacity-40",
        ),
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          "absolute inset-x-0 top-0 h-[3px]",
          stage.colour ? "bg-(--edge)" : "bg-line-strong",
        )}
      />
      <div className="sticky left-[calc(var(--head)+0.75rem)] w-fit max-w-[min(100%,26rem)] pr-6 text-sm leading-5 font-semibold">
        {edit ? (
          <CellEditor edit={edit} label="stage" className="min-w-40" />
        ) : (
          <span
            className={cx(
              "line-clamp-2 hyphens-auto",
              !stage.title && "text-ink-3",
            )}
          >
            {stage.title || t("untitled.stage")}
          </span>
        )}
        <CommentMark
          kind="stage"
          id={stage.id}
          isInGrid
          className="-mb-1 -ml-1"
        />
      </div>
      {isOver || mark === "active" ? (
        <HeadingTools addLabel={t("add.stage")} />
      ) : null}
      <PeopleRing at={stage.id} />
    </div>
  );
});

/** The heading of a touchpoint's column. */
export const TouchpointCell = memo(function TouchpointCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const touchpoint = useMapParts(STAGES, (map) =>
    touchpointIn(map, cell.columnId),
  );
  const { mark, attributes, edit, isHeld, picked, before } = useCellWith(
    cell,
    ({ state, hand, shape }) => ({
      isHeld: hand?.subject.id === cell.columnId,
      picked: isPicked(state.picks, cell.columnId),
      before: touchpointAt(shape, cell.from - 1),
    }),
  );
  const { isOver, over } = useOver();
  const people = usePeopleAt(cell.columnId ?? "");
  if (!touchpoint) return null;
  const isMarked = mark !== "none" || picked || people.length > 0;
  return (
    <div
      role="columnheader"
      {...attributes}
      {...over}
      data-drag="touchpoint"
      data-id={touchpoint.id}
      className={cx(
        "group/head min-w-0 border-r border-line bg-paper px-3 py-2 outline-none",
        // Only where something is placed in it: the browser goes through all such boxes with each frame.
        (isOver || isMarked) && "relative",
        markStyle(mark),
        isHeld && "opacity-40",
      )}
    >
      <div className="pr-5 text-sm leading-5 font-medium">
        {edit ? (
          <CellEditor edit={edit} label="touchpoint" />
        ) : (
          <span
            className={cx(
              "line-clamp-3 hyphens-auto",
              !touchpoint.title && "text-ink-3",
            )}
          >
            {touchpoint.title || t("untitled.touchpoint")}
          </span>
        )}
      </div>
      <HeadingFacts touchpoint={touchpoint} />
      <LiveFailure touchpoint={touchpoint} />
      <ComingPictures at={cellName(cell)} />
      {picked ? (
        <span className="absolute right-5 bottom-2 size-4 [&>*]:top-0 [&>*]:right-0">
          <PickedMark />
        </span>
      ) : null}
      {isOver || mark === "active" ? (
        <>
          {before ? <ColumnEdge of={before} className="-left-px w-1" /> : null}
          <ColumnEdge of={touchpoint.id} className="-right-1 w-2" />
        </>
      ) : null}
      {isOver || mark === "active" ? (
        <HeadingTools addLabel={t("add.touchpointAfter")} />
      ) : null}
      <RingOf people={people} />
    </div>
  );
});

/** The touchpoint of a column; null where none is there or a stage is folded. */
function touchpointAt({ leaves }: GridShape, index: number): ColumnId | null {
  const leaf = leaves[index];
  return leaf?.kind === "touchpoint" ? leaf.key : null;
}

interface ColumnEdgeProps {
  /** Whose column it makes wider. */
  readonly of: ColumnId;
  readonly className: string;
}

/** What a pointer takes hold of to make a column wider; the menu and Shift+Alt+arrows do the same. */
function ColumnEdge({ of, className }: ColumnEdgeProps) {
  const t = useTranslations("map");
  return (
    <span
      aria-hidden="true"
      data-resize={of}
      title={t("width.edge")}
      className={cx(
        "absolute inset-y-0 z-[2] cursor-col-resize pointer-coarse:hidden forced-color-adjust-none hover:bg-accent-line forced-colors:hover:bg-[Highlight]",
        className,
      )}
    />
  );
}

/** Who answers for a touchpoint and whether it decides, small under its name. */
function HeadingFacts({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const t = useTranslations("map");
  const { stakeholderOf } = useCatalogue();
  const talk = useAnchorCount(touchpoint.id);
  const { owners, momentOfTruth } = touchpoint;
  const people = owners
    .filter(({ role }) => role === "responsible")
    .flatMap(({ stakeholderId }) => stakeholderOf(stakeholderId) ?? []);
  if (people.length === 0 && !momentOfTruth && !talk) return null;
  return (
    <div className="mt-1 flex items-center gap-1.5 text-xs text-ink-2">
      {people.slice(0, 3).map((person) => (
        <span
          key={person.id}
          role="img"
          aria-label={t("owner.is", { name: person.name })}
          title={person.name}
          className="inline-flex"
        >
          <Avatar
            name={person.name}
            id={person.id}
            colour={person.colour}
            kind={person.kind}
            size="xs"
          />
        </span>
      ))}
      {momentOfTruth ? (
        <span
          role="img"
          aria-label={t(`moment.${momentOfTruth.kind}`)}
          title={t(`moment.${momentOfTruth.kind}`)}
          className="inline-flex"
        >
          <Flag aria-hidden="true" className="size-3.5" />
        </span>
      ) : null}
      <CommentMark
        kind="touchpoint"
        id={touchpoint.id}
        isInGrid
        className="-my-1"
      />
    </div>
  );
}

/** What a pointer or finger needs at a heading; the same stands in its menu. There where either is. */
function HeadingTools({ addLabel }: { readonly addLabel: string }) {
  const t = useTranslations("map");
  if (!useLooksWritable()) return null;
  const look =
    "absolute z-[3] flex size-6 items-center justify-center opacity-0 pointer-coarse:pointer-events-none pointer-coarse:size-11 transition-opacity group-hover/head:opacity-100 pointer-coarse:group-data-[mark=active]/head:pointer-events-auto pointer-coarse:group-data-[mark=active]/head:opacity-100";
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        data-act="menu"
        aria-label={t("menu.open")}
        className={cx(
          look,
          "top-1.5 right-1.5 rounded-sm pointer-coarse:top-0 pointer-coarse:right-6 text-ink-3 hover:bg-hover hover:text-ink",
        )}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        data-act="insert-after"
        aria-label={addLabel}
        title={addLabel}
        className={cx(
          look,
          "-right-3 bottom-0.5 rounded-full pointer-coarse:-right-5.5 border border-accent-line bg-surface text-accent hover:bg-accent hover:text-accent-ink",
        )}
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
    </>
  );
}
