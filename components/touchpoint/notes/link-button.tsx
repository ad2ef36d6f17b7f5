"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import {
  Dialog,
  DialogTrigger,
  Popover,
  ToggleButton,
} from "react-aria-components";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { popoverStyle } from "@/components/ui/list-style";
import { TextField } from "@/components/ui/text-field";
import { Tooltip } from "@/components/ui/tooltip";
import { toWebAddress } from "../attachments/web-address";
import { isSafeAddress } from "./clean-paste";
import { toolStyle } from "./tool-style";

/** Makes a link of the chosen words, changes one or takes it away. */
export function LinkButton({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("lanes.notes");
  const [isOpen, setOpen] = useState(false);
  const address = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const href: unknown = now.getAttributes("link").href;
      return typeof href === "string" ? href : "";
    },
  });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Tooltip text={t("tools.link")}>
        <ToggleButton
          aria-label={t("tools.link")}
          isSelected={address !== ""}
          className={toolStyle}
        >
          <Link2 aria-hidden="true" />
        </ToggleButton>
      </Tooltip>
      <Popover placement="bottom end" className={cx(popoverStyle, "w-72")}>
        <Dialog aria-label={t("tools.link")} className="p-3 outline-none">
          <LinkForm
            editor={editor}
            address={address}
            onDone={() => setOpen(false)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface LinkFormProps {
  readonly editor: Editor;
  readonly address: string;
  readonly onDone: () => void;
}

function LinkForm({ editor, address, onDone }: LinkFormProps) {
  const t = useTranslations("lanes.notes");
  const attachments = useTranslations("touchpoint.attachments");
  const common = useTranslations("common");
  const [typed, setTyped] = useState(address);
  const [isRefused, setRefused] = useState(false);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const href = toWebAddress(typed);
    if (!href || !isSafeAddress(href)) return setRefused(true);
    setLink(editor, href);
    onDone();
  };
  const handleRemove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-3">
      <TextField
        label={attachments("address")}
        value={typed}
        onChange={setTyped}
        errorMessage={isRefused ? attachments("noAddress") : null}
        placeholder="https://"
        autoFocus
      />
      <div className="flex justify-end gap-2">
        {address ? (
          <Button size="sm" variant="quiet" onPress={handleRemove}>
            {t("unlink")}
          </Button>
        ) : null}
        <Button size="sm" variant="primary" type="submit">
          {common("save")}
        </Button>
      </div>
    </form>
  );
}

/** Without chosen words, and outside of a link, the address itself is what is read. */
function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  const chain = editor.chain().focus();
  if (empty && !editor.isActive("link"))
    chain
      .insertContent({
        type: "text",
        text: href,
        marks: [{ type: "link", attrs: { href } }],
      })
      .run();
  else chain.extendMarkRange("link").setLink({ href }).run();
}
