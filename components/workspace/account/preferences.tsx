"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { showToast } from "@/components/ui/toast";
import { theme, type Profile, type ProfilePatch } from "@/lib/api/account";
import { LOCALES } from "@/lib/i18n/config";
import { api } from "../api-client";
import { useProblemText } from "../use-problem-text";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Language, theme and shortcuts: each counts at once. */
export function Preferences({ profile }: { profile: Profile }) {
  const t = useTranslations("settings.account");
  const common = useTranslations("common");
  const router = useRouter();
  const problemText = useProblemText();

  const save = async (body: ProfilePatch) => {
    const result = await api("/me", { method: "PATCH", body });
    if (!result.ok) {
      showToast({ text: problemText(result.problem), tone: "danger" });
    } else if (body.locale) {
      // The language of the document changes with a full load only.
      window.location.reload();
    } else {
      if (body.theme) document.documentElement.dataset.theme = body.theme;
      router.refresh();
    }
  };

  return (
    <div className="flex max-w-md flex-col gap-5">
      <Select
        label={t("language")}
        options={LOCALES.map((id) => ({ id, label: common(`language.${id}`) }))}
        value={profile.locale}
        onChange={(locale) => void save({ locale })}
      />
      <RadioGroup
        defaultValue={profile.theme}
        orientation="horizontal"
        onChange={(value) => {
          const chosen = theme.safeParse(value);
          if (chosen.success) void save({ theme: chosen.data });
        }}
        className="flex flex-col gap-1.5"
      >
        <Label className="text-sm font-medium">{t("theme")}</Label>
        <div className="grid grid-cols-3 gap-2">
          {theme.options.map((id) => {
            const Icon = icons[id];
            return (
              <Radio
                key={id}
                value={id}
                className="flex cursor-pointer flex-col items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 py-3 text-sm text-ink-2 hover:border-control data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent"
              >
                <Icon aria-hidden="true" className="size-5" />
                {common(`theme.${id}`)}
              </Radio>
            );
          })}
        </div>
      </RadioGroup>
      <Switch
        defaultSelected={profile.singleKeys}
        onChange={(singleKeys) => void save({ singleKeys })}
        description={t("singleKeysHint")}
      >
        {t("singleKeys")}
      </Switch>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <span className="block text-sm font-medium">{t("tips")}</span>
          <span className="block text-xs text-ink-2" role="status">
            {t(profile.dismissedTips.length > 0 ? "tipsAway" : "tipsShown")}
          </span>
        </span>
        {profile.dismissedTips.length > 0 ? (
          <Button size="sm" onPress={() => void save({ dismissedTips: [] })}>
            {t("tipsAgain")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
