import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { STATUS_CODES } from "node:http";
import * as z from "zod";
import { problemBody } from "./problem";
import type { Route } from "./route";

const json = (schema: z.ZodType, example?: unknown) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});

const keyHeader = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[!-~]{1,128}$/)
    .optional()
    .meta({
      description:
        "The same key with the same body is done once, and its answer is given again: the number of the first change, and what is there by now. With another body it is refused (422, `idempotency_mismatch`).",
    }),
});

function paramsOf(route: Route): z.ZodObject | undefined {
  if (!route.path.includes("{slug}")) return route.params;
  const slug = z.object({ slug: z.string() });
  return route.params ? slug.extend(route.params.shape) : slug;
}

function bodyOf(route: Route): RouteConfig["request"] {
  if (route.body) {
    const required = !route.body.safeParse(undefined).success;
    return { body: { content: json(route.body, route.example), required } };
  }
  if (!route.streamed) return {};
  const content = Object.fromEntries(
    route.streamed.mediaTypes.map((type) => [
      type,
      { schema: { type: "string", format: "binary" } as const },
    ]),
  );
  return { body: { content, required: true } };
}

function answersOf(route: Route): RouteConfig["responses"] {
  const answers = Object.entries(route.answers).map(([status, schema]) => [
    status,
    {
      description: STATUS_CODES[status] ?? status,
      ...(schema && { content: json(schema) }),
    },
  ]);
  return {
    ...Object.fromEntries(answers),
    default: {
      description: "A refusal; `code` says which",
      content: { "application/problem+json": { schema: problemBody } },
    },
  };
}

const nounOf = (route: Route) => {
  const parts = route.path.split("/").filter((part) => !part.startsWith("{"));
  return (parts[1] === "workspaces" ? parts[2] : parts[1]) ?? "workspaces";
};

function securityOf({ who }: Route): RouteConfig["security"] {
  if (who === "anyone") return [];
  if (who === "person") return [{ personalLink: [] }];
  if (who === "pulse") return [{ pulseLink: [] }];
  return [{ session: [] }, { bearer: [] }];
}

function describe(route: Route): RouteConfig {
  const params = paramsOf(route);
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    tags: [nounOf(route)],
    security: securityOf(route),
    request: {
      ...(params && { params }),
      ...(route.query && { query: route.query }),
      ...(route.isKeyed && { headers: keyHeader }),
      ...bodyOf(route),
    },
    responses: answersOf(route),
  };
}

/** The description of the API, out of the schemas that it checks with. */
export function openApiDocument(routes: readonly Route[]) {
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(describe(route));
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "personalLink", {
    type: "http",
    scheme: "bearer",
    description: "What stands behind `/p/` in the address of a personal link",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "pulseLink", {
    type: "http",
    scheme: "bearer",
    description: "What stands behind `/q/` in the address of a pulse",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "waymark-session",
    description: "`__Host-waymark-session` where the app is reached by https",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Waymark", version: "1" },
    servers: [{ url: "/api/v1" }],
  });
}
