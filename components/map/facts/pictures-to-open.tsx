"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { LazyViewer } from "@/components/touchpoint/viewer/lazy-viewer";
import { isViewable } from "@/components/touchpoint/viewer/viewable";
import type { Attachment, JourneyMap } from "@/lib/journey/journey-map";
import { useCatalogue } from "../drawing/catalogue";
import { PictureFrame } from "../drawing/picture-frame";

type Picture = Pick<Attachment, "id" | "on">;

const OpenContext = createContext<(picture: Picture) => void>(() => undefined);

interface PicturesToOpenProps {
  readonly map: JourneyMap;
  readonly children: ReactNode;
}

const NONE: readonly Attachment[] = [];

/** A map outside of the grid, whose pictures are enlarged by a press or by Enter. */
export function PicturesToOpen({ map, children }: PicturesToOpenProps) {
  const [opened, open] = useState<Picture | null>(null);
  const { fileUrl } = useCatalogue();
  const all = (opened && map.attachments[opened.on]) ?? NONE;
  const attachments = useMemo(() => all.filter(isViewable), [all]);
  return (
    <OpenContext value={open}>
      <PictureFrame value={enlarging}>{children}</PictureFrame>
      {opened ? (
        <LazyViewer
          {...{ attachments, fileUrl }}
          first={opened.id}
          onClose={() => open(null)}
        />
      ) : null}
    </OpenContext>
  );
}

const enlarging = (picture: Attachment, image: ReactNode) => (
  <Enlarging picture={picture}>{image}</Enlarging>
);

interface EnlargingProps {
  readonly picture: Attachment;
  readonly children: ReactNode;
}

function Enlarging({ picture, children }: EnlargingProps) {
  const t = useTranslations("lanes.viewer");
  const open = useContext(OpenContext);
  return (
    <button
      type="button"
      aria-label={t("enlarge", { name: picture.name })}
      onClick={() => open(picture)}
      className="block w-full min-w-0 cursor-zoom-in"
    >
      {children}
    </button>
  );
}
