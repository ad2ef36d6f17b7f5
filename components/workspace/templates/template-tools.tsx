"use client";

import { EyeOff, Eye, Pencil, Printer, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { showToast } from "@/components/ui/toast";
import type { GalleryTemplate } from "@/lib/api/templates";
import { api } from "../api-client";
import type { ApiResult } from "../api-client";
import { useProblemText } from "../use-problem-text";
import { RenameTemplateDialog } from "./rename-template-dialog";

interface TemplateToolsProps {
  readonly slug: string;
  readonly template: GalleryTemplate;
  readonly mayHide: boolean;
  readonly onChanged: () => void;
}

const BlankDialog = lazyPart(
  async () =>
    (await import("@/components/map/seeing/print/blank-dialog")).BlankDialog,
);

/** A template on paper, for a workshop with pens. */
function BlankButton({ template }: Pick<TemplateToolsProps, "template">) {
  const t = useTranslations("present.blank");
  const [isOpen, setOpen] = useState(false);
  const { name, locale, plan } = template;
  return (
    <>
      <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
        <Printer aria-hidden="true" />
        {t("action")}
      </Button>
      {isOpen ? (
        <BlankDialog
          plan={{ ...plan, title: name, locale }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** Any template can be printed to be filled in by hand, and some can be changed. */
export function TemplateTools(props: TemplateToolsProps) {
  return (
    <span className="flex flex-wrap gap-1">
      <BlankButton template={props.template} />
      <ChangeTools {...props} />
    </span>
  );
}

/** A team's own template can be renamed and deleted; a built-in one only hidden, by an admin. */
function ChangeTools(props: TemplateToolsProps) {
  const { slug, template, mayHide, onChanged } = props;
  const t = useTranslations("templates");
  const common = useTranslations("common");
  const [isRenaming, setRenaming] = useState(false);
  const act = useAct(onChanged);
  const { name } = template;
  if (template.kind === "built-in") {
    const { key, hidden } = template;
    if (!mayHide || key === "blank") return null;
    const hide = (isHidden: boolean) => () =>
      api(`/workspaces/${slug}/hidden-templates`, {
        method: "PUT",
        body: { key, hidden: isHidden },
      });
    const Icon = hidden ? Eye : EyeOff;
    return (
      <Button
        size="sm"
        variant="quiet"
        onPress={() =>
          void act(hide(!hidden), {
            done: t(hidden ? "done.shown" : "done.hidden", { name }),
            undo: { label: common("undo"), request: hide(hidden) },
          })
        }
      >
        <Icon aria-hidden="true" />
        {t(hidden ? "show" : "hide")}
      </Button>
    );
  }
  const one = `/workspaces/${slug}/templates/${template.id}`;
  return (
    <>
      <Button size="sm" variant="quiet" onPress={() => setRenaming(true)}>
        <Pencil aria-hidden="true" />
        {t("rename")}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        onPress={() =>
          void act(() => api(one, { method: "DELETE" }), {
            done: t("done.deleted", { name }),
            undo: {
              label: common("undo"),
              request: () => api(`${one}/restore`, { method: "POST" }),
            },
          })
        }
      >
        <Trash2 aria-hidden="true" />
        {t("delete")}
      </Button>
      {isRenaming ? (
        <RenameTemplateDialog
          {...{ slug, template, onChanged }}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </>
  );
}

type Request = () => Promise<ApiResult<unknown>>;

/** Does it, asks for the gallery again, and offers to take it back. */
function useAct(onChanged: () => void) {
  const problemText = useProblemText();
  return async function act(
    request: Request,
    said: { done: string; undo?: { label: string; request: Request } },
  ): Promise<void> {
    const result = await request();
    if (!result.ok)
      return void showToast({
        text: problemText(result.problem),
        tone: "danger",
      });
    onChanged();
    const { done, undo } = said;
    showToast({
      text: done,
      tone: "success",
      action: undo && {
        label: undo.label,
        run: () => void undo.request().then(onChanged),
      },
    });
  };
}
