import { createHash } from "node:crypto";
import * as z from "zod";
import { dataHeaders } from "@/server/http/headers";
import { openApiDocument } from "./openapi";
import { route, type Route } from "./route";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string) =>
  text.replaceAll(/[&<>"]/g, (found) => escapes[found] ?? found);

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: .5rem 0; overflow-wrap: anywhere; }
details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { overflow: auto; padding: 1rem; background: color-mix(in srgb, currentColor 6%, transparent); }
`;
const styleHash = createHash("sha256").update(style).digest("base64");

function schemaBlock(title: string, schema: z.ZodType | null | undefined) {
  if (!schema) return "";
  const json = z.toJSONSchema(schema, { unrepresentable: "any" });
  delete json.$schema;
  return `<h3>${escape(title)}</h3><pre>${escape(JSON.stringify(json, null, 2))}</pre>`;
}

function exampleBlock({ example }: Route): string {
  if (example === undefined) return "";
  return `<h3>Example</h3><pre>${escape(JSON.stringify(example, null, 2))}</pre>`;
}

function section(one: Route): string {
  const answers = Object.entries(one.answers)
    .map(([status, schema]) => schemaBlock(`Answer ${status}`, schema))
    .join("");
  return `<details><summary><code>${one.method.toUpperCase()} /api/v1${escape(one.path)}</code> — ${escape(one.summary)}</summary>
${schemaBlock("Query", one.query)}${schemaBlock("Body", one.body)}${exampleBlock(one)}${answers}</details>`;
}

function page(routes: readonly Route[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waymark API</title><style>${style}</style></head>
<body><h1>Waymark API</h1>
<p>Send <code>Authorization: Bearer wm_…</code> with a token made in the settings of a workspace.
The same as <a href="/api/v1/openapi.json">OpenAPI</a>. Refusals are <code>application/problem+json</code> with a stable <code>code</code>.</p>
${routes.map(section).join("\n")}
</body></html>`;
}

/** The page about the API: plain, without a script and without anything from elsewhere. */
export const docsPage = (routes: readonly Route[]): Response =>
  new Response(page(routes), {
    headers: {
      ...dataHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });

/** The machine's description of the routes, as a route. Making it takes long, and it is the same for everyone: once. */
export function openApiRoute(routes: readonly Route[]): Route {
  let document: ReturnType<typeof openApiDocument> | null = null;
  return route({
    method: "get",
    path: "/openapi.json",
    who: "anyone",
    action: null,
    summary: "This API, described for machines",
    answers: { 200: z.record(z.string(), z.unknown()).meta({ id: "OpenApi" }) },
    handle: () => ({
      status: 200,
      body: (document ??= openApiDocument(routes)),
    }),
  });
}
