/** As much of JSON Schema as our descriptions use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const strange = ["", "🤯\u200d", "<b>x</b>", "x".repeat(500), "a\nb", "Text"];

/** What fits a format or a pattern that is not about ids. */
const fitting: readonly (readonly [RegExp, readonly string[]])[] = [
  [/duration/, ["PT4H", "P1D", "P2DT3H"]],
  [/^date$/, ["2026-11-22", "2028-02-29"]],
  [/mailto/, ["https://example.org/a", "mailto:a@example.org"]],
  [/a-z\]\{2,3\}/, ["en", "nl-BE"]],
  [/^\^\[a-z\]\[a-z-\]/, ["solves", "caused-by"]],
  [/\[1-9\]/, ["1", "2", "40"]],
];

const mostItems = 6;

/** Values out of a schema, at random: the same source of randomness, the same values. */
export class Sampler {
  constructor(
    readonly random: () => number,
    /** Ids that lead somewhere, by the name of the field or parameter. */
    private readonly ids: Readonly<Record<string, readonly string[]>>,
  ) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A value that fits; `name` is under which name it will stand. */
  sample(schema: Schema, name: string): unknown {
    if ("const" in schema) return schema.const;
    if (schema.enum) return this.oneOf(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.sample(this.oneOf(choices), name);
    const type =
      typeof schema.type === "object" ? this.oneOf(schema.type) : schema.type;
    switch (type) {
      case "object":
        return this.object(schema);
      case "array":
        return this.array(schema, name);
      case "string":
        return this.text(schema, name);
      case "integer":
      case "number":
        return this.number(schema, type);
      case "boolean":
        return this.chance(0.5);
      default:
        return null;
    }
  }

  /** Sometimes something else than what is wanted. */
  spoilt(value: unknown, share: number): unknown {
    if (!this.chance(share)) return value;
    if (typeof value !== "object" || value === null) return { nonsense: 1 };
    const keys = Object.keys(value);
    const key = keys.length > 0 ? this.oneOf(keys) : "nonsense";
    const wrong = this.oneOf<unknown>([-1, "nonsense", null, [], undefined]);
    return { ...value, [key]: wrong };
  }

  private oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  private object({ properties = {}, required = [] }: Schema): object {
    const kept = Object.entries(properties).filter(
      // A new thing gets an id of the server's, or two would want the same one.
      ([key]) => required.includes(key) || (key !== "id" && this.chance(0.4)),
    );
    return Object.fromEntries(
      kept.map(([key, schema]) => [key, this.sample(schema, key)]),
    );
  }

  private array({ items = {}, minItems = 0 }: Schema, name: string) {
    const length = minItems + Math.floor(this.random() * mostItems);
    return Array.from({ length }, () => this.sample(items, name));
  }

  private text({ pattern = "", format = "" }: Schema, name: string): string {
    if (format === "uuid" || pattern.includes("{8}-")) return this.id(name);
    const found = fitting.find(
      ([about]) => about.test(format) || about.test(pattern),
    );
    return this.oneOf(found?.[1] ?? strange);
  }

  private id(name: string): string {
    const known = this.ids[name] ?? [];
    if (known.length > 0 && this.chance(0.9)) return this.oneOf(known);
    const digits = Array.from({ length: 12 }, () =>
      Math.floor(this.random() * 16).toString(16),
    );
    return `00000000-0000-4000-8000-${digits.join("")}`;
  }

  private number({ minimum = -5, maximum = 50 }: Schema, type: string) {
    const most = Math.min(maximum, 100_000);
    const value = minimum + this.random() * (most - minimum);
    return type === "integer" ? Math.round(value) : value;
  }
}
