import { randomBytes } from "node:crypto";
import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import type { TestServer } from "./server";

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Slug of the workspace that they began in. */
  readonly workspace: string;
  /** A browser of their own, signed in. */
  readonly context: BrowserContext;
  readonly page: Page;
  /** A second browser of the same person, signed in on its own. */
  anotherBrowser(options?: BrowserContextOptions): Promise<Page>;
}

export interface SignUpOptions {
  readonly name?: string;
  readonly locale?: "en" | "nl" | "de";
  /** Token of an invitation, to begin in that workspace. */
  readonly invitation?: string;
  readonly browser?: BrowserContextOptions;
}

async function signIn(
  context: BrowserContext,
  email: string,
  password: string,
): Promise<void> {
  const csrf = await context.request.get("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  expect(answer.ok()).toBe(true);
}

/** Makes people with accounts of their own, each with a browser, quicker than by clicking. */
export function createPeople(browser: Browser, server: TestServer) {
  const contexts: BrowserContext[] = [];
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: "en-GB",
      serviceWorkers: "block",
      ...options,
    });
    contexts.push(context);
    return context;
  };

  async function signUp(options: SignUpOptions = {}): Promise<Person> {
    const { name = "Ada Lovelace", locale = "en", invitation } = options;
    const email = `person-${randomBytes(6).toString("hex")}@example.org`;
    const password = `kettle-orbit-${randomBytes(9).toString("base64url")}`;
    const context = await open(options.browser);
    const answer = await context.request.post("/api/v1/account", {
      data: {
        email,
        name,
        password,
        locale,
        ...(invitation && { invitation }),
      },
    });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
    const { slug } = (await answer.json()) as { slug: string };
    return {
      name,
      email,
      password,
      workspace: slug,
      context,
      page: await context.newPage(),
      async anotherBrowser(own) {
        const other = await open(own ?? options.browser);
        await signIn(other, email, password);
        return other.newPage();
      },
    };
  }
  return {
    signUp,
    close: () => Promise.all(contexts.map((context) => context.close())),
  };
}
