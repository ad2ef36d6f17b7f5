/** The headings of a table and the names of lanes that stay below them. */
interface Table {
  /** In pixels; null until it is known. */
  height: number | null;
  readonly names: Set<HTMLElement>;
}

const tables = new WeakMap<Element, Table>();

function tableAround(element: Element): Table | undefined {
  const around = element.closest("[role=grid], [role=table]");
  if (!around) return undefined;
  const table = tables.get(around) ?? { height: null, names: new Set() };
  tables.set(around, table);
  return table;
}

function place(name: HTMLElement, { height }: Table): void {
  if (height !== null) name.style.top = `calc(${height}px + 0.625rem)`;
}

/**
 * Tells the lanes how high the headings above them are, so that their names stay right below these however far a
 * tall lane is scrolled. Each name by itself: as a property of their table every cell of it would be asked what it
 * inherits, 15 ms of a map for a heading that becomes a line higher while somebody writes it.
 */
export function tellHeadingHeight(
  heading: HTMLElement | null,
): (() => void) | undefined {
  const table = heading && tableAround(heading);
  if (!table) return undefined;
  const size = new ResizeObserver(() => {
    table.height = heading.offsetHeight;
    for (const name of table.names) place(name, table);
  });
  size.observe(heading);
  return () => size.disconnect();
}

/** Keeps what a lane says of itself below the headings; goes with `UNDER_HEADINGS`. */
export function stayUnderHeadings(
  name: HTMLElement | null,
): (() => void) | undefined {
  const table = name && tableAround(name);
  if (!table) return undefined;
  table.names.add(name);
  place(name, table);
  return () => table.names.delete(name);
}

/** Below headings of a usual height, until it is known. */
export const UNDER_HEADINGS = "sticky top-[6.625rem]";
