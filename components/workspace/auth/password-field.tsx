"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button as AriaButton, Input, TextField } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { FieldFrame, fieldStyle, markOfInvalid } from "@/components/ui/field";
import { inputStyle } from "@/components/ui/input-style";

interface PasswordFieldProps {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  errorMessage?: string | null;
}

/** A password that can be shown. Pasting and password managers are welcome (WCAG 3.3.8). */
export function PasswordField(props: PasswordFieldProps) {
  const { label, description, value, onChange, autoComplete, errorMessage } =
    props;
  const t = useTranslations("auth");
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      type={isShown ? "text" : "password"}
      name={autoComplete}
      isRequired
      isInvalid={markOfInvalid(errorMessage)}
      {...{ value, onChange, autoComplete }}
      className={fieldStyle}
    >
      <FieldFrame {...{ label, description, errorMessage }}>
        <div className="relative flex items-center">
          <Input
            spellCheck="false"
            autoCapitalize="none"
            className={cx(
              inputStyle,
              "h-9 pr-10 pointer-coarse:h-11 pointer-coarse:pr-12",
            )}
          />
          <AriaButton
            slot={null}
            aria-label={t(isShown ? "hidePassword" : "showPassword")}
            aria-pressed={isShown}
            onPress={() => setShown(!isShown)}
            className="absolute right-1 flex size-7 items-center justify-center rounded-sm text-ink-3 pointer-coarse:right-0 pointer-coarse:size-11 hover:text-ink"
          >
            {isShown ? (
              <EyeOff aria-hidden="true" className="size-4" />
            ) : (
              <Eye aria-hidden="true" className="size-4" />
            )}
          </AriaButton>
        </div>
      </FieldFrame>
    </TextField>
  );
}
