import type { Locator, Page } from "@playwright/test";

/** What somebody gives of themselves when signing up. */
interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * The main job in single acts, each of which ends when it can be seen. Whoever has a pointer and whoever has keys alone
 * does the same things, each in their own way; `by-pointer.ts` and `by-keys.ts` are the two.
 */
export interface Hands {
  /** From the front page to the list of journeys. */
  readonly signUp: (page: Page, who: Newcomer) => Promise<void>;
  /** From the address of an invitation into the workspace, with the account that is signed in. */
  readonly join: (page: Page, invitation: string) => Promise<void>;
  /** From the list of journeys to a new map of the Customer Journey Mapping Canvas. */
  readonly createFromCanvas: (page: Page, title: string) => Promise<void>;
  readonly addPersona: (page: Page, name: string) => Promise<void>;
  /** At the end of a stage, counted from 1. */
  readonly addTouchpoint: (
    page: Page,
    at: { readonly stage: number; readonly title: string },
  ) => Promise<void>;
  /** @param key - 1 to 5, from very angry to very happy. */
  readonly feel: (page: Page, touchpoint: string, key: string) => Promise<void>;
  readonly openRecord: (page: Page, touchpoint: string) => Promise<Locator>;
  readonly attach: (page: Page, panel: Locator, file: string) => Promise<void>;
  readonly makeResponsible: (
    page: Page,
    panel: Locator,
    name: string,
  ) => Promise<void>;
  readonly closeRecord: (page: Page, panel: Locator) => Promise<void>;
  /** Into an empty cell. */
  readonly writeCard: (
    page: Page,
    cell: Locator,
    text: string,
  ) => Promise<void>;
  /** Begins to write in the only card of a cell. */
  readonly openCard: (page: Page, cell: Locator) => Promise<Locator>;
  /** Writes behind the name of a touchpoint. */
  readonly writeBehind: (
    page: Page,
    touchpoint: string,
    more: string,
  ) => Promise<void>;
  /** From a map to the table of all touchpoints. */
  readonly goToTouchpoints: (page: Page) => Promise<void>;
  /** Leaves the dialog open in which it can be revoked. */
  readonly makeLink: (page: Page) => Promise<string>;
  readonly revokeLink: (page: Page) => Promise<void>;
  /** Everything that changes a map where somebody may; here nobody may. */
  readonly tryToChange: (page: Page, text: string) => Promise<void>;
}

/** The dialog in which links are made and revoked. */
export const shareDialog = (page: Page): Locator =>
  page.getByRole("dialog", { name: /^Share/ });

export const heading = (page: Page, touchpoint: string): Locator =>
  page.getByRole("columnheader", { name: touchpoint });

export const record = (page: Page, touchpoint: string): Locator =>
  page.getByRole("complementary", { name: new RegExp(touchpoint) });

export const newcomerOption = (page: Page, name: string): Locator =>
  page.getByRole("option", { name: `Add “${name}”, no account needed` });
