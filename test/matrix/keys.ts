const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}(:[0-9a-f-]{36})*$/;

/** The names under which an answer says something; what stands under ids has the name `*`. */
function keysOf(value: unknown, at = ""): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => keysOf(item, `${at}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const name = isId.test(key) ? "*" : key;
    const path = at === "" ? name : `${at}.${name}`;
    return [path, ...keysOf(held, path)];
  });
}

/** What was answered to whom: by route, by who got the same names, the names. */
export class AnsweredKeys {
  private readonly byRoute = new Map<string, Map<string, Set<string>>>();
  /** Answers that were noted. */
  count = 0;

  note(route: string, who: string, body: unknown): void {
    this.count += 1;
    const byWho = this.byRoute.get(route) ?? new Map<string, Set<string>>();
    this.byRoute.set(route, byWho);
    const keys = byWho.get(who) ?? new Set();
    for (const key of keysOf(body)) keys.add(key);
    byWho.set(who, keys);
  }

  /** As text that can be read and compared line by line. */
  toString(): string {
    const lines = [...this.byRoute].flatMap(([route, byWho]) => {
      const groups = new Map<string, string[]>();
      for (const [who, keys] of byWho) {
        const text = [...keys].sort().join("\n");
        groups.set(text, [...(groups.get(text) ?? []), who]);
      }
      return [
        "",
        route,
        ...[...groups].flatMap(([keys, members]) => [
          `  ${members.join(" ")}`,
          ...keys.split("\n").map((key) => `    ${key}`),
        ]),
      ];
    });
    return `${lines.join("\n").trim()}\n`;
  }
}
