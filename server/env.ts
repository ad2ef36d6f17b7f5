import fs from "node:fs";
import * as z from "zod";
import { authSecretOf } from "./env-secret";

const isBlank = (value: unknown) => value === undefined || value === "";
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (isBlank(value) ? undefined : value),
    schema.optional(),
  );
const withDefault = <T extends z.ZodType>(schema: T, value: string | number) =>
  z.preprocess((given) => (isBlank(given) ? value : given), schema);
const limit = (value: number) =>
  withDefault(z.coerce.number().int().min(1), value);

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((address) => new URL(address).origin);

const commaList = (list: string) =>
  list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const duties = ["web", "sync", "jobs"] as const;

/** What a process takes upon itself. */
const rolesOf = z.array(z.enum(duties)).min(1);

/** Every setting there is; docs/self-hosting.md lists the same names. */
const settings = z.object({
  NODE_ENV: withDefault(
    z.enum(["development", "production", "test"]),
    "production",
  ),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000),
  /** Address to listen on. Without APP_URL only this machine is answered. */
  HOST: optional(z.string()),
  /** Where people reach the app: one address or several, the first is used in links. */
  APP_URL: withDefault(z.string(), "")
    .transform(commaList)
    .pipe(z.array(origin)),
  /** How many proxies in front of the app may be believed about a caller's address. */
  TRUSTED_PROXIES: withDefault(z.coerce.number().int().min(0).max(8), 0),
  /** The duties of this process: web (pages and API), sync (sockets), jobs; several with commas. */
  ROLES: withDefault(z.string(), duties.join(","))
    .transform(commaList)
    .pipe(rolesOf),
  /** A file whose time tells that the jobs of this process are alive, where no port does. */
  HEALTH_FILE: optional(z.string()),
  /** How long what was deleted can be brought back. */
  BIN_DAYS: withDefault(z.coerce.number().int().min(1).max(3650), 30),
  /** How long single changes rest in the log before they are packed; unset: for ever. */
  LOG_RETENTION_DAYS: optional(z.coerce.number().int().min(30).max(36_500)),
  /** After a restore: until when browsers may give back what the backup lacks, whoever wrote it. */
  TAKE_BACK_UNTIL: optional(z.coerce.date()),
  /** Whether browsers may keep the pages of maps, to open them without a connection; `off` takes back what they keep. */
  KEPT_PAGES: withDefault(z.enum(["on", "off"]), "on"),
  DATA_DIR: withDefault(z.string(), ".data"),
  DATABASE_URL: optional(z.string()),
  REDIS_URL: optional(z.string()),
  S3_ENDPOINT: optional(z.url()),
  S3_REGION: withDefault(z.string(), "auto"),
  S3_BUCKET: optional(z.string()),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: withDefault(z.string(), "Waymark <waymark@localhost>"),
  AUTH_SECRET: optional(z.string().min(32)),
  LOG_LEVEL: withDefault(
    z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
    "info",
  ),
  NEXT_DIST_DIR: withDefault(z.string(), ".next"),

  /** The limits can be raised (a workshop behind one address, a benchmark), never switched off. */
  LIMIT_UPDATE_BYTES: limit(256 * 1024),
  LIMIT_FIRST_SYNC_BYTES: limit(8 * 1024 * 1024),
  LIMIT_MAP_BYTES: limit(8 * 1024 * 1024),
  LIMIT_MAP_WARNING_BYTES: limit(2 * 1024 * 1024),
  LIMIT_FRAMES_PER_SECOND: limit(60),
  LIMIT_FRAMES_BURST: limit(300),
  LIMIT_BYTES_PER_SECOND: limit(1024 * 1024),
  LIMIT_FRAMES_PER_USER: limit(600),
  LIMIT_BYTES_PER_USER: limit(4 * 1024 * 1024),
  LIMIT_FRAMES_PER_MAP: limit(6_000),
  LIMIT_BYTES_PER_MAP: limit(16 * 1024 * 1024),
  LIMIT_PRESENCE_BYTES: limit(4 * 1024),
  LIMIT_MEMORY_BYTES: limit(512 * 1024 * 1024),
  LIMIT_SOCKETS_PER_USER: limit(20),
  LIMIT_SOCKETS_PER_MAP: limit(200),
  LIMIT_CONNECTS_PER_MINUTE: limit(60),
  LIMIT_SIGN_IN_PER_ACCOUNT: limit(10),
  LIMIT_SIGN_IN_PER_ADDRESS: limit(50),
  LIMIT_SIGN_UP_PER_ADDRESS: limit(3),
  LIMIT_RESET_PER_ACCOUNT: limit(3),
  LIMIT_RESET_PER_ADDRESS: limit(20),
  LIMIT_INVITE_PER_WORKSPACE: limit(20),
  LIMIT_INVITE_PER_EMAIL: limit(3),
  LIMIT_UPLOAD_PER_MINUTE: limit(25),
  LIMIT_IMPORTS_PER_HOUR: limit(5),
  LIMIT_IMPORT_READS_PER_HOUR: limit(60),
  LIMIT_IMPORT_BYTES: limit(10 * 1024 * 1024),
  LIMIT_IMPORT_SECONDS: limit(60),
  LIMIT_SHARE_GUESSES_PER_MINUTE: limit(60),
  LIMIT_PERSON_TRIES_PER_MINUTE: limit(60),
  LIMIT_PERSON_PER_MINUTE: limit(120),
  LIMIT_PERSON_MAILS_PER_HOUR: limit(60),
  LIMIT_PERSON_MAILS_PER_EMAIL: limit(5),
  LIMIT_COMMENT_PER_MINUTE: limit(60),
  LIMIT_PULSE_TRIES_PER_MINUTE: limit(60),
  LIMIT_PULSE_PER_ADDRESS: limit(600),
  LIMIT_PULSE_PER_HOUR: limit(1_200),
  LIMIT_API_PER_MINUTE: limit(600),
  LIMIT_DENIALS_PER_MINUTE: limit(60),
});

type Settings = z.infer<typeof settings>;

/** The settings as the server uses them; `AUTH_SECRET` is made once in `DATA_DIR` when unset. */
export interface Env extends Omit<Settings, "AUTH_SECRET" | "DATABASE_URL"> {
  readonly AUTH_SECRET: string;
  readonly DATABASE_URL: string;
}

/** What whoever starts the server has to put right. */
export class WrongSettings extends Error {}

/** `NAME_FILE` names a file whose content is the value, for secrets that a platform mounts. */
function withFiles(
  source: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const merged = { ...source };
  for (const name of Object.keys(settings.shape)) {
    const file = source[`${name}_FILE`];
    if (!file) continue;
    if (!isBlank(source[name]))
      throw new WrongSettings(
        `Both ${name} and ${name}_FILE are set: keep one.`,
      );
    try {
      merged[name] = fs.readFileSync(file, "utf8").trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new WrongSettings(`The file of ${name}_FILE: ${code}.`);
    }
  }
  return merged;
}

/**
 * Checks settings and fills in what is left out.
 *
 * @throws WrongSettings that names each wrong setting, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = settings.safeParse(withFiles(source));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path: [name], message }) => `${String(name)}: ${message}`,
    );
    throw new WrongSettings(
      `The settings are not right. ${problems.join("; ")}`,
    );
  }
  const { AUTH_SECRET, DATABASE_URL, ...rest } = parsed.data;
  return {
    ...rest,
    get AUTH_SECRET() {
      return AUTH_SECRET ?? authSecretOf(rest.DATA_DIR);
    },
    get DATABASE_URL() {
      if (DATABASE_URL === undefined)
        throw new Error("DATABASE_URL is not set.");
      return DATABASE_URL;
    },
  };
}

let parsed: Env | undefined;

/** Has the settings read anew; tests that share a process each have their own. */
export function forgetEnv(): void {
  parsed = undefined;
}

/** The settings of this process, read once at first use so that a build needs none. */
export const env = new Proxy({} as Env, {
  get: (_, name) => Reflect.get((parsed ??= parseEnv(process.env)), name),
});
