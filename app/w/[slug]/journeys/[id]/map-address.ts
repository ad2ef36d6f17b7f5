import { isMapPath } from "@/lib/kept/keep";

/**
 * Where a map is drawn whose address was spelt in another way, as with an id in capitals.
 *
 * @param asked - the address as it came, with what it asks for.
 * @returns null where it was spelt as we do.
 */
export function addressOfMap(
  asked: string,
  { slug, id }: { readonly slug: string; readonly id: string },
): string | null {
  const [path = "", query = ""] = asked.split("?", 2);
  const address = `/w/${slug}/journeys/${id}`;
  if (isMapPath(path) || !isMapPath(address)) return null;
  const wishes = new URLSearchParams(query);
  // The framework's own, on its way between two pages.
  wishes.delete("_rsc");
  return wishes.size > 0 ? `${address}?${wishes.toString()}` : address;
}
