"use client";

import { KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, type TableColumn } from "@/components/ui/table";
import type { ApiTokenItem } from "@/lib/api/workspaces";
import { api } from "../api-client";
import { LocalTime } from "../local-time";
import { useQuickAction } from "../use-action";
import { CreateTokenDialog } from "./create-token-dialog";

interface TokenListProps {
  slug: string;
  tokens: readonly (ApiTokenItem & { mayRevoke: boolean })[];
  /** Whether the tokens of all members are shown. */
  showsOwners: boolean;
}

/** The secrets by which programs come in. */
export function TokenList({ slug, tokens, showsOwners }: TokenListProps) {
  const t = useTranslations("settings.tokens");
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiTokenItem | null>(null);
  const act = useQuickAction();
  const columns = useColumns({ showsOwners, onRevoke: setRevoking });
  const newButton = (
    <Button variant="primary" onPress={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t("new")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose text-ink-2">
          {t("text")}{" "}
          <a href="/api/docs" className="rounded-xs text-accent underline">
            {t("docs")}
          </a>
        </p>
        {tokens.length > 0 ? newButton : null}
      </div>
      {tokens.length > 0 ? (
        <Table
          caption={t("new")}
          columns={columns}
          rows={tokens}
          rowId={({ id }) => id}
          isStacked
        />
      ) : (
        <EmptyState
          icon={<KeyRound aria-hidden="true" />}
          title={t("emptyTitle")}
          action={newButton}
        />
      )}
      <CreateTokenDialog
        slug={slug}
        isOpen={isCreating}
        onOpenChange={setCreating}
      />
      {revoking ? (
        <ConfirmDialog
          isOpen
          isDanger
          title={t("revokeTitle", { name: revoking.name })}
          confirmLabel={t("revoke")}
          onOpenChange={(isOpen) => !isOpen && setRevoking(null)}
          onConfirm={() =>
            act({
              request: () =>
                api(`/workspaces/${slug}/api-tokens/${revoking.id}`, {
                  method: "DELETE",
                }),
              done: t("revoked", { name: revoking.name }),
            })
          }
        >
          <p>{t("revokeText")}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

interface ColumnsProps {
  showsOwners: boolean;
  onRevoke: (token: ApiTokenItem) => void;
}

type Row = TokenListProps["tokens"][number];

function useColumns({
  showsOwners,
  onRevoke,
}: ColumnsProps): TableColumn<Row>[] {
  const t = useTranslations("settings.tokens");
  const columns: (TableColumn<Row> | null)[] = [
    {
      id: "name",
      label: t("name"),
      isRowHeader: true,
      className: "min-w-40",
      cell: (token) => (
        <>
          {token.name}
          <span className="block font-mono text-xs font-normal text-ink-3">
            …{token.lastFour}
          </span>
        </>
      ),
    },
    showsOwners
      ? { id: "owner", label: t("owner"), cell: ({ userName }) => userName }
      : null,
    {
      id: "scope",
      label: t("scope"),
      cell: ({ scope }) => t(`scopes.${scope}`),
    },
    {
      id: "used",
      label: t("lastUsed"),
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <LocalTime at={lastUsedAt} /> : t("never"),
    },
    {
      id: "expires",
      label: t("expires"),
      className: "whitespace-nowrap",
      cell: ({ expiresAt }) =>
        expiresAt ? (
          <LocalTime at={expiresAt} style="day" />
        ) : (
          t("expiry.never")
        ),
    },
    {
      id: "revoke",
      label: t("revoke"),
      isLabelHidden: true,
      className: "text-right",
      cell: (token) =>
        token.mayRevoke ? (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`${t("revoke")}: ${token.name}`}
            onPress={() => onRevoke(token)}
          >
            {t("revoke")}
          </Button>
        ) : null,
    },
  ];
  return columns.filter((column) => column !== null);
}
