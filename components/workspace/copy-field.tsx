"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Input, TextField } from "react-aria-components";
import { copyText } from "@/components/room/copy-text";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldStyle } from "@/components/ui/field";
import { inputStyle } from "@/components/ui/input-style";
import { cx } from "@/components/ui/cx";

interface CopyFieldProps {
  label: string;
  value: string;
  isLabelHidden?: boolean;
}

/** A text to take elsewhere: a button copies it, and it can be selected where the browser forbids that. */
export function CopyField({ label, value, isLabelHidden }: CopyFieldProps) {
  const t = useTranslations("common");
  const [isCopied, setCopied] = useState(false);
  return (
    <TextField isReadOnly value={value} className={fieldStyle}>
      <FieldFrame {...{ label, isLabelHidden }}>
        <div className="flex gap-2">
          <Input
            onFocus={(event) => event.currentTarget.select()}
            className={cx(
              inputStyle,
              "h-9 font-mono text-xs pointer-coarse:h-11",
            )}
          />
          <Button
            className="h-9"
            onPress={() => void copyText(value).then(setCopied)}
          >
            {isCopied ? (
              <Check aria-hidden="true" />
            ) : (
              <Copy aria-hidden="true" />
            )}
            <span aria-live="polite">{t(isCopied ? "copied" : "copy")}</span>
          </Button>
        </div>
      </FieldFrame>
    </TextField>
  );
}
