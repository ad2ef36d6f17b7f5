import {
  expect as theirs,
  type ExpectMatcherState,
  type Locator,
  type MatcherReturnType,
} from "@playwright/test";

type Args = readonly unknown[];

/** What has come once an assertion holds, or is about to: the assertion itself is asked in the end, whatever this finds. */
type Sign = (
  locator: Locator,
  args: Args,
) => readonly [locator: Locator, state: "visible" | "hidden" | "attached"];

const withText: Sign = (locator, [text]) => [
  locator.filter({ hasText: text as string | RegExp }),
  "attached",
];

const also = (locator: Locator, selector: string): Locator =>
  locator.and(locator.page().locator(selector));

const signs = {
  toBeVisible: (locator) => [locator, "visible"],
  toBeHidden: (locator) => [locator, "hidden"],
  toBeAttached: (locator) => [locator, "attached"],
  toBeFocused: (locator) => [also(locator, ":focus"), "attached"],
  toContainText: withText,
  toHaveText: withText,
  toHaveAttribute: (locator, [name, value]) => [
    also(
      locator,
      typeof value === "string"
        ? `[${String(name)}=${JSON.stringify(value)}]`
        : `[${String(name)}]`,
    ),
    "attached",
  ],
} satisfies Record<string, Sign>;
type Name = keyof typeof signs;

interface Options {
  readonly timeout?: number;
}

const isOptions = (arg: unknown): arg is Options =>
  typeof arg === "object" && arg !== null && "timeout" in arg;

type Matchers = Record<Name, (...args: Args) => Promise<void>>;

const sparing = (name: Name) =>
  async function (
    this: ExpectMatcherState,
    locator: Locator,
    ...args: Args
  ): Promise<MatcherReturnType> {
    const { isNot } = this;
    const wanted = args.find(isOptions)?.timeout ?? this.timeout;
    let patience = wanted;
    if (!isNot) {
      const [sign, state] = signs[name](locator, args);
      await sign.waitFor({ state, timeout: wanted }).catch(() => {
        // It has waited long enough; what is wrong is told at once.
        patience = 1;
      });
    }
    const asked = theirs.configure({ timeout: patience })(locator);
    const matchers = (isNot ? asked.not : asked) as unknown as Matchers;
    const timed = args.map((arg) =>
      isOptions(arg) ? { ...arg, timeout: patience } : arg,
    );
    try {
      await matchers[name](...timed);
      return { pass: !isNot, message: () => "" };
    } catch (error) {
      const { message } = error as Error;
      const told = message.replaceAll(/\b1ms\b/g, `${wanted}ms`);
      return { pass: isNot, message: () => told };
    }
  };

const all = Object.keys(signs).map((name) => [name, sparing(name as Name)]);

/**
 * Asserts what Playwright's own does, and spares the page. Playwright's reads the whole page aloud each time it looks and
 * an assertion does not hold yet, to have something to tell if it never does: on a map that took a fifth of all that its
 * browser did, and slowed the very page that was waited for. So what is asserted is waited for by a plain look first.
 */
export const expect = theirs.extend(
  Object.fromEntries(all) as Record<Name, ReturnType<typeof sparing>>,
) as unknown as typeof theirs;
