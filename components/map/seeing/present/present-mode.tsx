"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Slide } from "@/lib/layout/slides";
import { PicturesToOpen } from "../../facts/pictures-to-open";
import { CoverSlide } from "./cover-slide";
import { PresentBar } from "./present-bar";
import { StageSlide } from "./stage-slide";
import { useFullScreen } from "./use-full-screen";
import { useSlides } from "./use-slides";
import { useTurning } from "./use-turning";

/** How much of the screen reading on moves: a little of what was seen stays. */
const PAGE = 0.8;

interface PresentModeProps {
  readonly map: JourneyMap;
  readonly onClose: () => void;
}

/** A map stage by stage on the whole screen: large, only to be looked at, and still live. */
export function PresentMode({ map, onClose }: PresentModeProps) {
  const t = useTranslations("present");
  useFullScreen(onClose);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      className="fixed inset-0 z-45 bg-paper print:hidden"
    >
      <Modal className="size-full">
        <Dialog aria-label={t("label")} className="size-full outline-none">
          <PicturesToOpen map={map}>
            <Stand {...{ map, onClose }} />
          </PicturesToOpen>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Stand({ map, onClose }: PresentModeProps) {
  const isPhone = useMediaQuery("(max-width: 639px)");
  const { slides, at, go, zoom } = useSlides(map, isPhone);
  const slide = slides[at - 1];
  const stageAt = map.stages.findIndex(({ id }) => id === slide?.stageId);
  const stage = map.stages[stageAt];
  const starts = map.stages.map(
    ({ id }) => slides.findIndex(({ stageId }) => stageId === id) + 1,
  );
  const board = useRef<HTMLDivElement>(null);
  const scroll = (direction: 1 | -1): boolean => {
    const { current } = board;
    const before = current?.scrollTop;
    current?.scrollBy({
      top: direction * current.clientHeight * PAGE,
      behavior: "instant",
    });
    return current?.scrollTop !== before;
  };
  const turning = useTurning({ at, last: slides.length, go, starts, scroll });
  // The keys belong to the slides from the start, and each begins at its top.
  useEffect(() => {
    board.current?.focus({ preventScroll: true });
    board.current?.scrollTo?.({ top: 0, behavior: "instant" });
  }, [at]);
  const told = useTold(map, slide);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and swipes bubble up from the slide
    <div className="flex size-full flex-col" {...turning}>
      <p role="status" className="sr-only">
        {told}
      </p>
      <div
        ref={board}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a slide that is too high is scrolled by keys
        tabIndex={0}
        role="region"
        aria-label={told}
        data-slide={at}
        className="min-h-0 flex-1 overflow-auto outline-none"
      >
        {slide && stage ? (
          <StageSlide {...{ map, slide, stage, isPhone, zoom }} />
        ) : (
          <CoverSlide map={map} />
        )}
      </div>
      <PresentBar
        {...{ map, at, go, starts, stageAt, onClose }}
        last={slides.length}
      />
    </div>
  );
}

/** Which slide is shown, in words. */
function useTold(map: JourneyMap, slide: Slide | undefined): string {
  const t = useTranslations("present");
  const untitled = useTranslations("map")("untitled.stage");
  const at = map.stages.findIndex(({ id }) => id === slide?.stageId);
  const stage = map.stages[at];
  if (!stage || !slide) return t("cover");
  return t("slide", {
    stage: stage.title || untitled,
    number: at + 1,
    count: map.stages.length,
    page: slide.page,
    pages: slide.pages,
  });
}
