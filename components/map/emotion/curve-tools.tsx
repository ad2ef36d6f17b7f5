"use client";

import { Circle, Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { Segmented } from "@/components/touchpoint/fields/segmented";
import { useCurveLook } from "./curve-look";
import { PointFace } from "./point-face";

/** What a hollow point means, and whether points are faces or dots. */
export function CurveTools() {
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-5 gap-y-1 border-b border-line px-3 py-1.5">
      <EvidenceKey />
      <LookChoice />
    </div>
  );
}

export function EvidenceKey() {
  const t = useTranslations("emotion.evidence");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      <li className="flex items-center gap-1">
        <PointFace value={1} shape="round" isHollow />
        {t("hollow")}
      </li>
      <li className="flex items-center gap-1">
        <PointFace value={1} shape="round" isHollow={false} />
        {t("full")}
      </li>
    </ul>
  );
}

export function LookChoice() {
  const t = useTranslations("emotion.look");
  const [look, setLook] = useCurveLook();
  return (
    <Segmented
      label={t("label")}
      isLabelHidden
      value={look}
      onChange={(next) => next && setLook(next)}
      options={[
        { id: "faces", label: t("faces"), icon: <Smile aria-hidden="true" /> },
        { id: "dots", label: t("dots"), icon: <Circle aria-hidden="true" /> },
      ]}
    />
  );
}
