import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv, WrongSettings } from "./env";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-env-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const minimal = () => ({
  DATA_DIR: folder,
  DATABASE_URL: "postgresql://somewhere/db",
});

test("nothing but a database is needed", () => {
  const env = parseEnv(minimal());
  expect(env).toMatchObject({
    PORT: 3000,
    APP_URL: [],
    LOG_LEVEL: "info",
    LIMIT_SOCKETS_PER_USER: 20,
  });
});

test("changes are packed only where it is asked for, and never within 30 days", () => {
  expect(parseEnv(minimal()).LOG_RETENTION_DAYS).toBeUndefined();
  const of = (LOG_RETENTION_DAYS: string) =>
    parseEnv({ ...minimal(), LOG_RETENTION_DAYS });
  expect(of("30").LOG_RETENTION_DAYS).toBe(30);
  expect(() => of("29")).toThrow("LOG_RETENTION_DAYS");
});

test("the address of a mail server may hold a name and a password", () => {
  const SMTP_URL = "smtps://user:p%40ss@mail.example.org:465";
  expect(parseEnv({ ...minimal(), SMTP_URL }).SMTP_URL).toBe(SMTP_URL);
});

test("an empty value counts as unset", () => {
  expect(parseEnv({ ...minimal(), PORT: "", SMTP_URL: "" })).toMatchObject({
    PORT: 3000,
  });
});

test("several addresses are cut down to their origins", () => {
  const { APP_URL } = parseEnv({
    ...minimal(),
    APP_URL: "https://a.example/, http://10.0.0.4:3000/x",
  });
  expect(APP_URL).toEqual(["https://a.example", "http://10.0.0.4:3000"]);
});

test.each([
  ["APP_URL", "ftp://a.example"],
  ["SMTP_URL", "mail.example.org"],
  ["SMTP_URL", "https://mail.example.org"],
])("a wrong %s is named: %j", (name, value) => {
  const start = () => parseEnv({ ...minimal(), [name]: value });
  expect(start).toThrow(WrongSettings);
  expect(start).toThrow(`The settings are not right. ${name}: `);
});

test("a file can hold a value, and naming both is refused", () => {
  const file = path.join(folder, "url");
  fs.writeFileSync(file, "postgresql://from-a-file/db\n");
  const { DATABASE_URL: _, ...rest } = minimal();
  expect(parseEnv({ ...rest, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(
    "postgresql://from-a-file/db",
  );
  expect(() => parseEnv({ ...minimal(), DATABASE_URL_FILE: file })).toThrow(
    /keep one/,
  );
  expect(() =>
    parseEnv({ ...rest, DATABASE_URL_FILE: path.join(folder, "nothing") }),
  ).toThrow(new WrongSettings("The file of DATABASE_URL_FILE: ENOENT."));
});

test("[SC-07] a short secret refuses to start, and the message does not show it", () => {
  const start = () => parseEnv({ ...minimal(), AUTH_SECRET: "hunter2" });
  expect(start).toThrow(/AUTH_SECRET/);
  expect(start).not.toThrow(/hunter2/);
});

test("without a secret one is made once, readable by its owner only", () => {
  const first = parseEnv(minimal()).AUTH_SECRET;
  expect(first.length).toBeGreaterThanOrEqual(43);
  expect(parseEnv(minimal()).AUTH_SECRET).toBe(first);
  expect(fs.statSync(path.join(folder, "auth-secret")).mode & 0o777).toBe(
    0o600,
  );
});

test("[RL-04] a limit can be raised but not switched off", () => {
  expect(
    parseEnv({ ...minimal(), LIMIT_SOCKETS_PER_USER: "500" })
      .LIMIT_SOCKETS_PER_USER,
  ).toBe(500);
  for (const off of ["0", "-1", "off", "Infinity"]) {
    expect(() =>
      parseEnv({ ...minimal(), LIMIT_SOCKETS_PER_USER: off }),
    ).toThrow(/LIMIT_SOCKETS_PER_USER/);
  }
});

test.each([
  ["", ["web", "sync", "jobs"]],
  ["web,sync", ["web", "sync"]],
  ["web", ["web"]],
  ["sync,jobs", ["sync", "jobs"]],
  ["jobs", ["jobs"]],
  ["jobs, sync, web", ["jobs", "sync", "web"]],
])("the duties %j can be had", (ROLES, chosen) => {
  expect(parseEnv({ ROLES }).ROLES).toEqual(chosen);
});

test.each(["mail", "web,mail", ","])("there are no duties %j", (ROLES) => {
  expect(() => parseEnv({ ROLES })).toThrow("ROLES");
});
