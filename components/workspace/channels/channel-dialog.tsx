"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form, Label, Radio, RadioGroup } from "react-aria-components";
import { CHANNEL_ICONS } from "@/components/map/drawing/channel-icon";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ChannelFields, ChannelListItem } from "@/lib/api/channels";
import { BUILT_IN_CHANNELS } from "@/lib/templates/channels";
import { api } from "../api-client";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";
import { useFinish } from "../use-finish";
import { ChannelIcon } from "./channel-icon";

interface ChannelDialogProps {
  slug: string;
  /** The one to change; a new one when null. */
  channel: ChannelListItem | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Adds or changes a channel of the team's own. */
export function ChannelDialog(props: ChannelDialogProps) {
  const { channel, isOpen, onOpenChange } = props;
  const t = useTranslations("channels");
  return (
    <Dialog
      title={channel ? t("rename") : t("new")}
      size="sm"
      {...{ isOpen, onOpenChange }}
    >
      <ChannelForm {...props} />
    </Dialog>
  );
}

function ChannelForm({ slug, channel, onOpenChange }: ChannelDialogProps) {
  const t = useTranslations("channels");
  const common = useTranslations("common");
  const finish = useFinish(onOpenChange);
  const { isPending, problem, run } = useAction();
  const [fields, setFields] = useState<ChannelFields>({
    name: channel?.name ?? "",
    icon: channel?.icon ?? "circle",
    medium: channel?.medium ?? "online",
  });
  const set = (change: Partial<ChannelFields>) =>
    setFields({ ...fields, ...change });

  const handleSubmit = async () => {
    const base = `/workspaces/${slug}/channels`;
    const result = await run(() =>
      channel
        ? api(`${base}/${channel.id}`, { method: "PATCH", body: fields })
        : api(base, { method: "POST", body: fields }),
    );
    if (!result.ok) return;
    const { name } = fields;
    finish(t(channel ? "done.saved" : "done.created", { name }));
  };

  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void handleSubmit();
      }}
    >
      <ProblemBanner problem={problem} />
      <TextField
        label={t("field.name")}
        value={fields.name}
        onChange={(name) => set({ name })}
        isRequired
        maxLength={100}
        autoFocus
      />
      <Select
        label={t("medium.label")}
        options={(["online", "offline"] as const).map((id) => ({
          id,
          label: t(`medium.${id}`),
        }))}
        value={fields.medium}
        onChange={(medium) => set({ medium })}
      />
      <IconChoice value={fields.icon} onChange={(icon) => set({ icon })} />
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={() => onOpenChange(false)}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {common("save")}
        </Button>
      </div>
    </Form>
  );
}

function IconChoice({
  value,
  onChange,
}: {
  value: string;
  onChange: (icon: string) => void;
}) {
  const t = useTranslations("channels");
  const locale = useLocale();
  // A picture is named after the built-in channel that it stands for.
  const nameOf = (icon: string) =>
    BUILT_IN_CHANNELS.find((channel) => channel.icon === icon)?.name[locale] ??
    t("own");
  return (
    <RadioGroup
      value={value}
      onChange={onChange}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-sm font-medium">{t("field.icon")}</Label>
      <div className="flex flex-wrap gap-1.5">
        {Object.keys(CHANNEL_ICONS).map((icon) => (
          <Radio
            key={icon}
            value={icon}
            aria-label={nameOf(icon)}
            className="flex size-8 cursor-pointer items-center justify-center rounded-md border border-line-strong hover:bg-hover data-selected:border-accent data-selected:bg-accent-tint data-selected:[&_svg]:text-accent pointer-coarse:size-11"
          >
            <ChannelIcon icon={icon} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
