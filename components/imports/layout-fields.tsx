"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { ImportReading } from "@/lib/api/imports";
import {
  DELIMITERS,
  ENCODINGS,
  MOST_HEADER_ROWS,
} from "@/lib/imports/contract";
import type { Layout } from "./types";

interface LayoutFieldsProps {
  readonly reading: ImportReading;
  readonly onLayout: (layout: Layout) => void;
}

const names = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
} as const;
const OTHER = "other";

/** How the file was read: rows above the columns, what divides them, and what its bytes mean. Whoever sees better says so. */
export function LayoutFields({ reading, onLayout }: LayoutFieldsProps) {
  const t = useTranslations("imports.found");
  const { file, columns, settings } = reading;
  const { encoding, delimiter, kind } = file;
  const { layout = {} } = settings;
  const isTable = kind === "csv" || kind === "xlsx";
  const headerRows = Math.max(0, ...columns.map(({ parts }) => parts.length));
  const rows = Array.from({ length: MOST_HEADER_ROWS + 1 }, (_, count) => ({
    id: String(count),
    label: t("headerRows", { count }),
  }));
  const named = DELIMITERS.find((sign) => sign === delimiter);
  const signs = [
    ...DELIMITERS.map((sign) => ({
      id: names[sign] as string,
      label: t(names[sign]),
    })),
    // A file may name a sign of its own.
    ...(delimiter && !named ? [{ id: OTHER, label: delimiter }] : []),
  ];
  const common = { size: "sm", className: "w-44" } as const;
  return (
    <>
      {isTable ? (
        <Select
          {...common}
          label={t("header")}
          value={String(headerRows)}
          onChange={(count) =>
            onLayout({ ...layout, headerRows: Number(count) })
          }
          options={rows}
        />
      ) : null}
      {delimiter ? (
        <Select
          {...common}
          label={t("delimiter")}
          value={named ? names[named] : OTHER}
          onChange={(id) => {
            const sign = DELIMITERS.find((one) => names[one] === id);
            if (sign) onLayout({ ...layout, delimiter: sign });
          }}
          options={signs}
        />
      ) : null}
      {encoding ? (
        <Select
          {...common}
          label={t("encoding")}
          value={encoding}
          onChange={(id) => {
            const name = ENCODINGS.find((one) => one === id);
            if (name) onLayout({ ...layout, encoding: name });
          }}
          options={ENCODINGS.map((id) => ({
            id: id as string,
            label: t(`encodings.${id}`),
          }))}
        />
      ) : null}
    </>
  );
}
