"use client";

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { api, type ApiResult } from "@/components/workspace/api-client";
import type {
  ChannelFields,
  ChannelList,
  ChannelListItem,
} from "@/lib/api/channels";
import type { PersonaDetail, PersonaList } from "@/lib/api/personas";
import type {
  StakeholderFields,
  StakeholderList,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { RoomEvent } from "@/lib/protocol/events";
import { useRoom } from "./room-context";

/** The workspace's rows that a map refers to by id; archived ones too, because maps may still show them. */
export interface LibraryRows {
  readonly channels: readonly ChannelListItem[];
  readonly stakeholders: readonly StakeholderListItem[];
  readonly personas: readonly PersonaDetail[];
}

export interface Library extends LibraryRows {
  /** Whether new rows may be made from here. */
  readonly mayCreate: boolean;
  readonly createChannel: (
    fields: ChannelFields,
  ) => Promise<ApiResult<ChannelListItem>>;
  readonly createStakeholder: (
    fields: StakeholderFields,
  ) => Promise<ApiResult<StakeholderListItem>>;
  readonly createPersona: (
    fields: Pick<PersonaDetail, "name"> & Partial<PersonaDetail>,
  ) => Promise<ApiResult<PersonaDetail>>;
}

const LibraryContext = createContext<Library | null>(null);

/** The people, channels and personas of the workspace around this map. */
export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library)
    throw new Error("a LibraryProvider is missing above this component");
  return library;
}

interface LibraryProviderProps {
  readonly initial: LibraryRows;
  readonly mayCreate: boolean;
  readonly children: ReactNode;
}

/** Keeps the rows up to date: what is made here is there at once, what others change is asked for again. */
export function LibraryProvider({
  initial,
  mayCreate,
  children,
}: LibraryProviderProps) {
  const { workspaceSlug, client } = useRoom();
  const [rows, setRows] = useState(initial);
  const base = `/workspaces/${encodeURIComponent(workspaceSlug)}`;

  const reload = useCallback(
    async (noun: Shelf) => {
      const fresh = await readShelf(base, noun);
      if (fresh) setRows((before) => ({ ...before, ...fresh }));
    },
    [base],
  );
  useEffect(() => {
    const handle = ({ noun }: RoomEvent) => {
      const shelf = SHELVES[noun];
      if (shelf) void reload(shelf);
    };
    return client?.onEvent(handle);
  }, [client, reload]);

  const library = useMemo<Library>(() => {
    const create =
      <Fields, Row extends { id: string }>(shelf: Shelf) =>
      async (fields: Fields): Promise<ApiResult<Row>> => {
        const made = await api<Row>(`${base}/${shelf}`, {
          method: "POST",
          body: fields,
        });
        if (made.ok) setRows((before) => withRow(before, shelf, made.data));
        return made;
      };
    return {
      ...rows,
      mayCreate,
      createChannel: create("channels"),
      createStakeholder: create("stakeholders"),
      createPersona: create("personas"),
    };
  }, [base, rows, mayCreate]);

  return <LibraryContext value={library}>{children}</LibraryContext>;
}

type Shelf = keyof LibraryRows;

const SHELVES: Partial<Record<RoomEvent["noun"], Shelf>> = {
  channel: "channels",
  stakeholder: "stakeholders",
  persona: "personas",
};

function withRow(
  rows: LibraryRows,
  shelf: Shelf,
  row: { id: string },
): LibraryRows {
  const others = rows[shelf].filter(({ id }) => id !== row.id);
  return { ...rows, [shelf]: [...others, row] };
}

/** One shelf as the API has it, archived rows behind the others; null where it did not answer. */
async function readShelf(
  base: string,
  shelf: Shelf,
): Promise<Partial<LibraryRows> | null> {
  // Channels come all at once; people and personas are asked for by whether they are archived.
  const queries =
    shelf === "channels" ? [""] : ["?archived=false", "?archived=true"];
  const answers = await Promise.all(
    queries.map((query) => api<LibraryRows>(`${base}/${shelf}${query}`)),
  );
  const rows: unknown[] = [];
  for (const answer of answers) {
    if (!answer.ok) return null;
    rows.push(...answer.data[shelf]);
  }
  return { [shelf]: rows };
}
