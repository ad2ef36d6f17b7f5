"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/access/roles";
import type { InvitationItem } from "@/lib/api/workspaces";
import { api } from "../api-client";
import { CopyField } from "../copy-field";
import { ProblemBanner } from "../problem-banner";
import { useAction } from "../use-action";

interface InviteFormProps {
  slug: string;
  /** The roles that may be given. */
  roles: readonly Role[];
}

/** Makes an invitation, by mail or as a link to pass on. */
export function InviteForm({ slug, roles }: InviteFormProps) {
  const t = useTranslations("settings.invitations");
  const members = useTranslations("settings.members");
  const roleNames = useTranslations("common.role");
  const router = useRouter();
  const { isPending, problem, run } = useAction();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>(
    roles.includes("editor") ? "editor" : "viewer",
  );
  const [made, setMade] = useState<InvitationItem | null>(null);

  const handleSubmit = async () => {
    const body = { role, ...(email.trim() && { email: email.trim() }) };
    const result = await run(() =>
      api<InvitationItem>(`/workspaces/${slug}/invitations`, {
        method: "POST",
        body,
      }),
    );
    if (!result.ok) return;
    setMade(result.data);
    setEmail("");
    router.refresh();
  };

  return (
    <div className="flex flex-col gap-4">
      <Form
        className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSubmit();
        }}
      >
        <TextField
          type="email"
          label={t("email")}
          value={email}
          onChange={setEmail}
          maxLength={254}
        />
        <Select
          label={t("role")}
          options={roles.map((id) => ({
            id,
            label: roleNames(id),
            description: members(`roles.${id}`),
          }))}
          value={role}
          onChange={setRole}
        />
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          className="h-9"
        >
          {t("submit")}
        </Button>
      </Form>
      <ProblemBanner problem={problem} />
      {made ? <MadeInvitation key={made.id} made={made} /> : null}
    </div>
  );
}

function MadeInvitation({ made }: { made: InvitationItem }) {
  const t = useTranslations("settings.invitations");
  const format = useFormatter();
  const day = format.dateTime(new Date(made.expiresAt), "day");
  return (
    <div
      role="status"
      className="flex flex-col gap-2 rounded-md bg-success-tint p-3"
    >
      <p className="text-sm">
        {made.email ? t("mailed", { email: made.email }) : t("made", { day })}
      </p>
      {made.url ? (
        <CopyField label={t("link")} isLabelHidden value={made.url} />
      ) : null}
    </div>
  );
}
