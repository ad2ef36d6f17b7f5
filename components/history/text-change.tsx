import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { textDifference } from "@/lib/journey/difference-text";
import { useComparison } from "./comparison";

interface TextChangeProps {
  readonly before: string;
  readonly after: string;
}

/** What became of a text, word by word: struck out and underlined, and said aloud. */
export function TextChange({ before, after }: TextChangeProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const { to } = useComparison();
  const parts = useMemo(() => textDifference(before, after), [before, after]);
  return (
    <p
      lang={to.meta.locale}
      className="text-sm leading-6 break-words whitespace-pre-wrap"
    >
      {parts.map(({ is, text }, index) => {
        if (is === "same") return <span key={index}>{text}</span>;
        const Tag = is === "removed" ? "del" : "ins";
        return (
          <Tag
            key={index}
            className={
              is === "removed"
                ? "bg-danger-tint text-danger decoration-1"
                : "bg-success-tint text-success decoration-1 underline-offset-2"
            }
          >
            <span lang={locale} className="sr-only">
              {t(`spoken.${is}`)}{" "}
            </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
