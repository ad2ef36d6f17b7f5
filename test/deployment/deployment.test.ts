import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DCLinter } from "dclint";
import { validate } from "dockerfile-utils";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/processes.mjs";
import { composeProblems } from "./compose-rules";
import { dockerfileProblems, instructionsOf } from "./dockerfile-rules";

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const composeFile = textOf("docker-compose.yml");
const dockerfile = textOf("Dockerfile");
const folder = mkdtempSync(path.join(tmpdir(), "waymark-compose-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The order of keys is taste, and the app is meant to be reached: those rules of the linter are off. */
const off = [
  "no-build-and-image",
  "no-unbound-port-interfaces",
  "require-quotes-in-ports",
  "service-image-require-explicit-tag",
  "service-keys-order",
  "services-alphabetical-order",
];
const linter = new DCLinter({
  rules: Object.fromEntries(off.map((rule) => [rule, 0 as const])),
  quiet: true,
  debug: false,
  exclude: [],
});

/** What the published schema of compose files, which the linter brings, has against a file. */
function lint(text: string): string[] {
  const file = path.join(folder, "docker-compose.yml");
  writeFileSync(file, text);
  return linter
    .lintFiles([file], false)
    .flatMap(({ messages }) =>
      messages.map(({ rule, message }) => `${rule}: ${message}`),
    );
}

describe("docker-compose.yml", () => {
  test("is a compose file by the published schema", () => {
    expect(lint(composeFile)).toEqual([]);
  });

  test.each([
    ["a key that does not exist", "    restart:", "    restarts:"],
    ["a size of another shape", "shm_size: 256m", "shm_size: [256m]"],
    ["another condition", "service_healthy", "service_fine"],
  ])("with %s would be none", (_what, from, to) => {
    expect(composeFile).toContain(from);
    expect(lint(composeFile.replace(from, to)).join()).toMatch(/schema/);
  });

  const check = (text: string) =>
    composeProblems(
      text,
      instructionsOf(dockerfile).some(({ word }) => word === "HEALTHCHECK"),
    );

  test("[SC-07] keeps its data in volumes, no secret in itself, and starts in order", () => {
    expect(check(composeFile)).toEqual([]);
  });

  test.each([
    ["redis:8", "redis", /redis.*not fixed/],
    ["redis:8", "redis:latest", /redis.*not fixed/],
    ["- database:/var", "- ./data:/var", /no named volume/],
    [
      "POSTGRES_PASSWORD_FILE: /run",
      "POSTGRES_PASSWORD: /run",
      /holds a secret/,
    ],
    ["${SMTP_URL:-}", "smtp://me:pass@mail.example", /SMTP_URL holds a secret/],
    ['restart: "no"', "restart: always", /again and again/],
    ["condition: service_healthy", "condition: service_started", /wait until/],
    [
      "condition: service_completed_successfully",
      "condition: service_healthy",
      /to end well/,
    ],
    ["test: [CMD, redis-cli, ping]", "disable: true", /redis: nothing says/],
    ["./secrets/auth_secret", "./auth_secret", /closed folder/],
  ])("with %s made %s would be refused", (from, to, problem) => {
    expect(composeFile).toContain(from);
    expect(check(composeFile.replace(from, to)).join("\n")).toMatch(problem);
  });
});

describe("the Dockerfile", () => {
  test("is one, without a mistake that its builder would find", () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(
      validate(dockerfile.replace("--interval=", "--interva=")),
    ).toHaveLength(1);
  });

  test("[SC-09] has a fixed base, no secret, and runs as nobody in particular", () => {
    expect(dockerfileProblems(dockerfile)).toEqual([]);
  });

  test.each([
    ["FROM node:24-slim AS build", "FROM node AS build", /not fixed/],
    ["FROM node:24-slim AS build", "FROM node:latest AS build", /not fixed/],
    ["USER node", "USER root", /as root/],
    ["USER node\n", "", /as root/],
    ["COPY . .", "ADD . .", /COPY says/],
    ["ENV NODE_ENV=production", "ENV AUTH_SECRET=x", /stays in the image/],
    ["COPY . .", "ARG NPM_TOKEN\nCOPY . .", /stays in the image/],
    [
      'CMD ["node", "--enable-source-maps", "dist/main.js"]',
      "CMD node dist/main.js",
      /SIGTERM/,
    ],
    [
      "RUN mkdir /data",
      "RUN apt-get update && apt-get install -y curl && mkdir /data",
      /lists/,
    ],
    ["npm ci --ignore-scripts", "npm install", /newest/],
    ["HEALTHCHECK", "LABEL", /no HEALTHCHECK/],
  ])("with %s made %s would be refused", (from, to, problem) => {
    expect(dockerfile).toContain(from);
    expect(dockerfileProblems(dockerfile.replace(from, to)).join("\n")).toMatch(
      problem,
    );
  });
});
