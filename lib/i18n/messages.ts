import type { Locale } from "./config";
import { NAMESPACES, type Namespace } from "./namespaces";

type MessageFile = { default: Record<string, unknown> };

/** Loads the words of one language, all namespaces or only those asked for. */
export async function loadMessages(
  locale: Locale,
  namespaces: readonly Namespace[] = NAMESPACES,
): Promise<Record<string, Record<string, unknown>>> {
  const files = namespaces.map(async (namespace) => {
    const file = (await import(
      `./messages/${locale}/${namespace}.json`
    )) as MessageFile;
    return [namespace, file.default] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
