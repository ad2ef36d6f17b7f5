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
import { CatalogueProvider } from "@/components/map/drawing/catalogue";
import type { CatalogueRows } from "@/components/map/editor-props";
import { api, type ApiResult } from "@/components/workspace/api-client";
import type {
  ChannelFields,
  ChannelList,
  ChannelListItem,
} from "@/lib/api/channels";
import type {
  PersonaDetail,
  PersonaFields,
  PersonaList,
} from "@/lib/api/personas";
import type {
  StakeholderFields,
  StakeholderList,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { Locale } from "@/lib/i18n/config";
import type { RoomEvent } from "@/lib/protocol/events";
import { channelChoice, personaChoice, stakeholderChoice } from "./choices";
import { useRoom } from "./room-context";
import { CustomerWordContext } from "./use-customer-word";
import { useJourneyMap } from "./use-journey-map";

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

  useEffect(() => {
    const handle = async ({ noun }: RoomEvent) => {
      const fresh = await readers[noun]?.(base, locale);
      if (fresh) setRows((before) => ({ ...before, ...fresh }));
    };
    return client?.onEvent((event) => void handle(event));
  }, [client, base, locale]);

  const library = useMemo<Library>(() => {
    const post = <Row,>(shelf: Shelf, body: unknown) =>
      api<Row>(`${base}/${shelf}`, { method: "POST", body });
    return {
      mayCreate,
      createChannel: async (fields) => {
        const made = await post<ChannelListItem>("channels", fields);
        if (made.ok) {
          const row = channelChoice(made.data, locale);
          setRows((before) => ({
            ...before,
            channels: withRow(before.channels, row),
          }));
        }
        return made;
      },
      createStakeholder: async (fields) => {
        const made = await post<StakeholderListItem>("stakeholders", fields);
        if (made.ok) {
          const row = stakeholderChoice(made.data);
          setRows((before) => ({
            ...before,
            stakeholders: withRow(before.stakeholders, row),
          }));
        }
        return made;
      },
      createPersona: async (fields) => {
        const made = await post<PersonaDetail>("personas", fields);
        if (made.ok) {
          const row = personaChoice(made.data);
          setRows((before) => ({
            ...before,
            personas: withRow(before.personas, row),
          }));
        }
        return made;
      },
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

type Shelf = keyof CatalogueRows;

function withRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
): Row[] {
  return [...rows.filter(({ id }) => id !== row.id), row];
}

type Reader = (
  base: string,
  locale: Locale,
) => Promise<Partial<CatalogueRows> | null>;

/** How what changed is asked for again; archived rows too, because maps may still show them. */
const readers: Partial<Record<RoomEvent["noun"], Reader>> = {
  channel: async (base, locale) => {
    const answer = await api<ChannelList>(`${base}/channels`);
    if (!answer.ok) return null;
    return {
      channels: answer.data.channels.map((row) => channelChoice(row, locale)),
    };
  },
  stakeholder: async (base) => {
    const lists = await both<StakeholderList>(`${base}/stakeholders`);
    if (!lists) return null;
    return {
      stakeholders: lists.flatMap(({ stakeholders }) =>
        stakeholders.map(stakeholderChoice),
      ),
    };
  },
  persona: async (base) => {
    const lists = await both<PersonaList>(`${base}/personas`);
    if (!lists) return null;
    return {
      personas: lists.flatMap(({ personas }) => personas.map(personaChoice)),
    };
  },
};

async function both<List>(path: string): Promise<List[] | null> {
  const answers = await Promise.all(
    [false, true].map((archived) => api<List>(`${path}?archived=${archived}`)),
  );
  const lists = answers.flatMap((answer) => (answer.ok ? [answer.data] : []));
  return lists.length === answers.length ? lists : null;
}
