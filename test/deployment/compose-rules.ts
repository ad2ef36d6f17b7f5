import { parse } from "yaml";

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly command?: readonly string[] | string;
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string | number | null>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: {
    readonly test?: unknown;
    readonly disable?: boolean;
  };
  readonly depends_on?: Readonly<
    Record<string, { readonly condition?: string }>
  >;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, { readonly file?: string }>>;
}

const ended = "service_completed_successfully";
const healthy = "service_healthy";

/** A service that somebody waits for until it has ended; it does one thing and is no server. */
const oneShots = ({ services }: Compose): string[] =>
  Object.values(services).flatMap(({ depends_on = {} }) =>
    Object.entries(depends_on).flatMap(([name, { condition }]) =>
      condition === ended ? [name] : [],
    ),
  );

/** What would be a secret if it stood here: a value that is neither left to `.env` nor read from a file. */
function isSecretValue(name: string, value: string | number | null): boolean {
  if (name.endsWith("_FILE") || value === null) return false;
  const isLeftOpen = /^\$\{[A-Z_]+(:-|:\?[^}]*)?\}$/.test(String(value));
  if (isLeftOpen) return false;
  return (
    /SECRET|PASSWORD|TOKEN|(^|_)KEY/.test(name) ||
    /:\/\/[^/\s]*:[^/\s]*@/.test(String(value))
  );
}

const hasFixedVersion = (image: string) =>
  /@sha256:[0-9a-f]{64}$/.test(image) || /:[0-9]+([.-][\w.-]+)*$/.test(image);

function* inService(
  name: string,
  service: Service,
  compose: Compose,
  builtWithCheck: boolean,
): Generator<string> {
  const { image = "", healthcheck, environment = {}, volumes = [] } = service;
  const isBuilt = Object.values(compose.services).some(
    (one) => one.build !== undefined && one.image === image,
  );
  const isOneShot = oneShots(compose).includes(name);
  if (!isBuilt && !hasFixedVersion(image))
    yield `${name}: the image ${image} is not fixed to a version`;
  const isChecked = healthcheck
    ? healthcheck.test !== undefined && !healthcheck.disable
    : isBuilt && builtWithCheck;
  if (!isOneShot && !isChecked)
    yield `${name}: nothing says whether it is well`;
  if (isOneShot && service.restart !== "no")
    yield `${name}: would be started again and again`;
  for (const [key, value] of Object.entries(environment)) {
    if (isSecretValue(key, value)) yield `${name}: ${key} holds a secret`;
  }
  for (const volume of volumes) {
    const [from = ""] = volume.split(":");
    if (!Object.hasOwn(compose.volumes ?? {}, from))
      yield `${name}: ${volume} is no named volume`;
  }
  for (const [other, { condition }] of Object.entries(
    service.depends_on ?? {},
  )) {
    if (condition !== healthy && condition !== ended)
      yield `${name}: does not wait until ${other} is ready`;
  }
}

/** Whoever serves from the image of ours must find a database that was migrated. */
function* migrating({ services }: Compose): Generator<string> {
  const migration = Object.entries(services).find(([, { command }]) =>
    [command].flat().join(" ").includes("migrate"),
  );
  if (!migration) {
    yield "nothing migrates the database";
    return;
  }
  const [name, { image }] = migration;
  for (const [other, service] of Object.entries(services)) {
    if (other === name || service.image !== image) continue;
    if (service.depends_on?.[name]?.condition !== ended)
      yield `${other}: does not wait for ${name} to end well`;
  }
}

/**
 * What we ask of a compose file beyond its schema.
 *
 * @param builtWithCheck - whether the image that it builds brings a health check of its own.
 */
export function composeProblems(
  text: string,
  builtWithCheck: boolean,
): string[] {
  const compose = parse(text) as Compose;
  const problems = Object.entries(compose.services).flatMap(
    ([name, service]) => [...inService(name, service, compose, builtWithCheck)],
  );
  for (const [name, { file }] of Object.entries(compose.secrets ?? {})) {
    if (!file?.startsWith("./secrets/"))
      problems.push(`secret ${name}: is not a file of the closed folder`);
  }
  return [...problems, ...migrating(compose)];
}
