"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { WorkspaceDetail, WorkspacePatch } from "@/lib/api/workspaces";
import { isLocale, LOCALES } from "@/lib/i18n/config";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

/** From how many answers on there is a score; a workspace may have another one by the API. */
const LIMITS = [5, 10, 20, 30] as const;

/** After how many months evidence is old; a workspace may have another one by the API. */
const AGES = [3, 6, 12, 18, 24, 36] as const;

/** Name, language and policy of a workspace. */
export function GeneralForm({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("settings.general");
  const common = useTranslations("common");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [name, setName] = useState(workspace.name);
  const [locale, setLocale] = useState(
    isLocale(workspace.locale) ? workspace.locale : "en",
  );
  const [allowPublicLinks, setAllowPublicLinks] = useState(
    workspace.allowPublicLinks,
  );
  const [leastAnswers, setLeastAnswers] = useState(workspace.leastAnswers);

  const [staleMonths, setStaleMonths] = useState(workspace.staleMonths);

  const handleSubmit = async () => {
    const body: WorkspacePatch = {
      name,
      locale,
      allowPublicLinks,
      leastAnswers,
      staleMonths,
    };
    const path = `/workspaces/${workspace.slug}`;
    const result = await run(() => api(path, { method: "PATCH", body }));
    if (!result.ok) return;
    showToast({ text: t("saved"), tone: "success" });
    router.refresh();
  };

  return (
    <Form
      className="flex max-w-md flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("name")}
        value={name}
        onChange={setName}
        isRequired
        maxLength={100}
      />
      <Select
        label={t("language")}
        description={t("languageHint")}
        options={LOCALES.map((id) => ({ id, label: common(`language.${id}`) }))}
        value={locale}
        onChange={setLocale}
      />
      <Switch
        isSelected={allowPublicLinks}
        onChange={setAllowPublicLinks}
        description={t("publicLinksHint")}
      >
        {t("publicLinks")}
      </Switch>
      <Select
        label={t("leastAnswers")}
        description={t("leastAnswersHint")}
        options={[...new Set([...LIMITS, leastAnswers])]
          .toSorted((a, b) => a - b)
          .map((count) => ({
            id: String(count),
            label: t("leastAnswersFrom", { count }),
          }))}
        value={String(leastAnswers)}
        onChange={(id) => setLeastAnswers(Number(id))}
      />
      <Select
        label={t("staleMonths")}
        description={t("staleMonthsHint")}
        options={[...new Set([...AGES, staleMonths])]
          .toSorted((a, b) => a - b)
          .map((count) => ({
            id: String(count),
            label: t("staleMonthsAfter", { count }),
          }))}
        value={String(staleMonths)}
        onChange={(id) => setStaleMonths(Number(id))}
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isPending}
        className="self-start"
      >
        {common("save")}
      </Button>
    </Form>
  );
}
