"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useRef } from "react";
import { layoutDiagram } from "@/lib/layout/line-diagram";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import { useFunnelOf } from "../../failure/funnel";
import { EmotionLane } from "../../emotion/emotion-lane";
import { ExperienceWords } from "./experience-words";
import { EmptyView, hasTouchpoints, NoTouchpoints } from "../empty-view";
import type { ViewProps } from "../view-props";
import { CurveTools } from "../../emotion/curve-tools";
import { useEmotionPersonas } from "../../emotion/use-emotion-personas";
import { CurveInWords } from "../../emotion/curve-in-words";
import { LineAxis } from "./line-axis";
import { LineNames } from "./line-names";
import { LineStages } from "./line-stages";
import { useSize } from "./use-size";

/** Left of the line: the names of the levels, which stay in view. */
const AXIS = { wide: 148, narrow: 108 };
/** Above and below the line: the stages, the names of the touchpoints, and under them who goes on, where that is known. */
const AROUND = { stages: 36, names: 132, funnel: 48 };

/** The journey as one line: contact after contact along x, from very unsatisfying to very satisfying along y (R53). */
export function LineView(props: ViewProps) {
  const { map, write } = props;
  const t = useTranslations("views");
  if (!hasTouchpoints(map))
    return <NoTouchpoints view="line" {...{ map, write }} />;
  if (map.personas.length === 0) {
    return (
      <EmptyView
        view="line"
        text={t("empty.personas")}
        action={write?.personaAsker}
      />
    );
  }
  return <Diagram {...props} />;
}

function Diagram({ map, hidden, write, openTouchpoint, previews }: ViewProps) {
  const t = useTranslations("views.line");
  const words = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const isPhone = useMediaQuery("(max-width: 639px)");
  const axis = isPhone ? AXIS.narrow : AXIS.wide;
  const personas = useEmotionPersonas(map.personas);
  const { width, height } = size;
  const { isKnown } = useFunnelOf(map).funnel;
  const around = AROUND.stages + AROUND.names + (isKnown ? AROUND.funnel : 0);
  const diagram = useMemo(
    () =>
      layoutDiagram(map.stages, {
        width: width - axis,
        height: height - around,
        columnAtLeast: 112,
        columnAtMost: 280,
        heightAtLeast: 260,
        heightAtMost: 720,
      }),
    [map.stages, width, height, axis, around],
  );
  const curves = { personas, hidden, curves: map.curves };
  return (
    <ExperienceWords>
      <section
        aria-label={t("label", { title: map.meta.title })}
        lang={map.meta.locale}
        className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
      >
        <CurveTools />
        <div
          ref={scroller}
          className="min-h-0 flex-1 overflow-auto overscroll-contain"
        >
          <div className="flex w-max">
            <LineAxis height={diagram.height} width={axis} />
            <div style={{ width: diagram.width }}>
              <LineStages stages={map.stages} boxes={diagram.stages} />
              <EmotionLane
                {...curves}
                columns={diagram.columns}
                width={diagram.width}
                height={diagram.height}
                hasAxis={false}
                wordsId={words}
                previews={previews}
                onDraft={write?.tellDraft}
                onSet={write?.setEmotion}
              />
              <LineNames
                {...{ map, openTouchpoint }}
                columns={diagram.columns}
              />
            </div>
          </div>
          <CurveInWords {...curves} id={words} columns={diagram.columns} />
        </div>
      </section>
    </ExperienceWords>
  );
}
