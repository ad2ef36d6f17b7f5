"use client";

import { useLocale } from "next-intl";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { isKeptPage } from "@/components/kept/is-kept-page";
import { CatalogueProvider } from "@/components/map/drawing/catalogue";
import type { CatalogueRows } from "@/components/map/editor-props";
import { onDemand } from "@/components/ui/on-demand";
import {
  noConnection,
  type ApiResult,
} from "@/components/workspace/api-client";
import type { ChannelFields, ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail, PersonaFields } from "@/lib/api/personas";
import type {
  StakeholderFields,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { RoomEvent } from "@/lib/protocol/events";
import type { RowMakers } from "./library-rows";
import { useRoom } from "./room-context";
import { CustomerWordContext } from "./use-customer-word";
import { useJourneyMap } from "./use-journey-map";
import { useReadAfterAbsence } from "./use-read-after-absence";

/** Rows are made and asked for again long after a map was opened. */
const late = onDemand(() => import("./library-rows"));

const nouns = ["channel", "stakeholder", "persona"] as const;

type Named<Fields extends { name: string }> = Pick<Fields, "name"> &
  Partial<Fields>;

/** Making rows of the workspace without leaving the map. */
export interface Library {
  readonly mayCreate: boolean;
  readonly createChannel: (
    fields: ChannelFields,
  ) => Promise<ApiResult<ChannelListItem>>;
  readonly createStakeholder: (
    fields: Named<StakeholderFields>,
  ) => Promise<ApiResult<StakeholderListItem>>;
  readonly createPersona: (
    fields: Named<PersonaFields>,
  ) => Promise<ApiResult<PersonaDetail>>;
}

const LibraryContext = createContext<Library | null>(null);

/** Making people, channels and personas from the map. */
export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library)
    throw new Error("a LibraryProvider is missing above this component");
  return library;
}

interface LibraryProviderProps {
  readonly initial: CatalogueRows;
  readonly mayCreate: boolean;
  readonly children: ReactNode;
}

/**
 * The rows of the workspace that a map refers to, kept up to date: what is made here is there at once, what
 * others change is asked for again. Gives everything inside the catalogue too.
 */
export function LibraryProvider({
  initial,
  mayCreate,
  children,
}: LibraryProviderProps) {
  const { workspaceSlug, client } = useRoom();
  const locale = useLocale();
  const [rows, setRows] = useState(initial);
  const base = `/workspaces/${encodeURIComponent(workspaceSlug)}`;
  const read = useCallback(
    async (noun: RoomEvent["noun"]) => {
      // What cannot be loaded now is asked for again with the next news.
      await late.load().catch(() => undefined);
      const fresh = await late.get()?.readers[noun]?.(base, locale);
      if (fresh) setRows((before) => ({ ...before, ...fresh }));
    },
    [base, locale],
  );
  useEffect(
    () => client?.onEvent(({ noun }) => void read(noun)),
    [client, read],
  );
  const readAll = useCallback(async () => {
    // They change seldom; what a page was kept with may be of days ago.
    if (isKeptPage()) await Promise.all(nouns.map(read));
  }, [read]);
  useReadAfterAbsence(readAll);

  const library = useMemo<Library>(() => {
    const attempt = async <Row,>(
      work: (makers: RowMakers) => Promise<ApiResult<Row>>,
    ): Promise<ApiResult<Row>> => {
      try {
        await late.load();
      } catch {
        return { ok: false, problem: noConnection };
      }
      return work(late.get()!.rowMakers({ base, locale, setRows }));
    };
    return {
      mayCreate,
      createChannel: (fields) =>
        attempt(({ createChannel }) => createChannel(fields)),
      createStakeholder: (fields) =>
        attempt(({ createStakeholder }) => createStakeholder(fields)),
      createPersona: (fields) =>
        attempt(({ createPersona }) => createPersona(fields)),
    };
  }, [base, locale, mayCreate]);

  const fileUrl = useCallback(
    (fileId: string, size?: "thumb") =>
      `/api/v1${base}/files/${fileId}${size ? `?size=${size}` : ""}`,
    [base],
  );
  const customerWord = useJourneyMap((map) => map.meta.customerWord.trim());
  return (
    <LibraryContext value={library}>
      <CatalogueProvider {...rows} fileUrl={fileUrl}>
        <CustomerWordContext value={customerWord}>
          {children}
        </CustomerWordContext>
      </CatalogueProvider>
    </LibraryContext>
  );
}
