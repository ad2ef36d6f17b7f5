"use client";

import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type {
  CatalogueRows,
  ChannelChoice,
  PersonaChoice,
  StakeholderChoice,
} from "../editor-props";

/** Names behind the ids of a map, and where its files are. */
export interface Catalogue extends CatalogueRows {
  readonly personaOf: (id: string) => PersonaChoice | undefined;
  readonly stakeholderOf: (id: string) => StakeholderChoice | undefined;
  readonly channelOf: (id: string) => ChannelChoice | undefined;
  readonly fileUrl: (fileId: string, size?: "thumb") => string;
}

const CatalogueContext = createContext<Catalogue | null>(null);

interface CatalogueProviderProps extends CatalogueRows {
  readonly fileUrl: Catalogue["fileUrl"];
  readonly children: ReactNode;
}

/** Tells everything inside what the ids on the map stand for. */
export function CatalogueProvider(props: CatalogueProviderProps) {
  const { personas, stakeholders, channels, fileUrl, children } = props;
  const catalogue = useMemo<Catalogue>(() => {
    const personaById = new Map<string, PersonaChoice>(
      personas.map((row) => [row.id, row]),
    );
    const channelById = new Map<string, ChannelChoice>(
      channels.map((row) => [row.id, row]),
    );
    const stakeholderById = new Map<string, StakeholderChoice>(
      stakeholders.map((row) => [row.id, row]),
    );
    return {
      personas,
      stakeholders,
      channels,
      fileUrl,
      personaOf: (id) => personaById.get(id),
      stakeholderOf: (id) => stakeholderById.get(id),
      channelOf: (id) => channelById.get(id),
    };
  }, [personas, stakeholders, channels, fileUrl]);
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue)
    throw new Error("a CatalogueProvider is missing above this component");
  return catalogue;
}
