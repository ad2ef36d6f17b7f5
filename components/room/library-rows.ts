import type { Dispatch, SetStateAction } from "react";
import type { CatalogueRows } from "@/components/map/editor-props";
import { api } from "@/components/workspace/api-client";
import type { ChannelList, ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail, PersonaList } from "@/lib/api/personas";
import type {
  StakeholderList,
  StakeholderListItem,
} from "@/lib/api/stakeholders";
import type { Locale } from "@/lib/i18n/config";
import type { RoomEvent } from "@/lib/protocol/events";
import { channelChoice, personaChoice, stakeholderChoice } from "./choices";
import type { Library } from "./library";

export type RowMakers = Omit<Library, "mayCreate">;

interface Rows {
  /** The address of the workspace. */
  readonly base: string;
  readonly locale: Locale;
  readonly setRows: Dispatch<SetStateAction<CatalogueRows>>;
}

/** What makes rows on the server, and shows them here at once. */
export function rowMakers({ base, locale, setRows }: Rows): RowMakers {
  const post = <Row>(shelf: Shelf, body: unknown) =>
    api<Row>(`${base}/${shelf}`, { method: "POST", body });
  return {
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
export const readers: Partial<Record<RoomEvent["noun"], Reader>> = {
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
