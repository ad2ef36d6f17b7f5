import { Hono } from "hono";
import { dataHeaders } from "@/server/http/headers";
import { docsPage, openApiRoute } from "./docs";
import { problem } from "./problem";
import type { Route } from "./route";
import { routes } from "./routes";
import { failure, serve } from "./serve";

const apiBase = "/api/v1";

const toHonoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");

const toPattern = (path: string) =>
  new RegExp(`^${apiBase}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

/** Says which methods a path knows, where another was used. */
function unrouted(list: readonly Route[], request: Request): Response {
  const requestId = crypto.randomUUID();
  const { pathname } = new URL(request.url);
  const methods = list
    .filter(({ path }) => toPattern(path).test(pathname))
    .map(({ method }) => method.toUpperCase());
  if (methods.length === 0) return problem({ code: "not_found", requestId });
  const allow = [...new Set(methods)].sort().join(", ");
  return problem({
    code: "method_not_allowed",
    requestId,
    headers: { allow },
  });
}

/** All routes of the API, the description of itself included. */
export const apiRoutes = (): readonly Route[] => [
  ...routes,
  openApiRoute(routes),
];

/** The API as a function from Request to Response; the server puts it in front of the pages. */
export function createApi(): Hono {
  const app = new Hono();
  const list = apiRoutes();
  app.use("*", async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(dataHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  for (const route of list)
    app.on(
      route.method.toUpperCase(),
      apiBase + toHonoPath(route.path),
      serve(route),
    );
  app.get("/api/docs", () => docsPage(list));
  app.notFound((c) => unrouted(list, c.req.raw));
  app.onError((error) => failure(error, crypto.randomUUID()));
  return app;
}
