"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";

export interface FieldTexts {
  label: string;
  /** The label is spoken but not shown, where the place makes it plain. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  errorMessage?: string | null;
}

/** Label above, help or complaint below; React Aria ties them to the box between. */
export function FieldFrame({
  label,
  isLabelHidden,
  description,
  errorMessage,
  children,
}: FieldTexts & { children: ReactNode }) {
  return (
    <>
      <Label
        className={isLabelHidden ? "sr-only" : "text-sm font-medium text-ink"}
      >
        {label}
      </Label>
      {children}
      {description ? (
        <Text slot="description" className="text-xs text-ink-3">
          {description}
        </Text>
      ) : null}
      <FieldError className="text-xs font-medium text-danger">
        {({ validationDetails }) =>
          errorMessage || <Complaint isEmpty={validationDetails.valueMissing} />
        }
      </FieldError>
    </>
  );
}

/** What a browser would say about a box, but in the language of the page. */
function Complaint({ isEmpty }: { isEmpty: boolean }) {
  const t = useTranslations("common.complaint");
  return t(isEmpty ? "empty" : "notComplete");
}

/** Marks a box that has a complaint of ours; without one, the browser judges what a form is sent with. */
export const markOfInvalid = (
  errorMessage: string | null | undefined,
): true | undefined => (errorMessage ? true : undefined);

export const fieldStyle = "flex min-w-0 flex-col gap-1.5";
