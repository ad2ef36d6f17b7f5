import { randomUUID } from "node:crypto";
import { Hono, type Handler } from "hono";
import { dataHeaders, linkHeaders } from "@/server/http/headers";
import { failure } from "./serve";

/** What the form behind a link with a secret does; its page is Next's. */
export function linkApp<Path extends string>(
  path: Path,
  handler: Handler<object, Path>,
): Hono {
  const app = new Hono();
  app.use("*", async (c, next) => {
    await next();
    const headers = { ...dataHeaders, ...linkHeaders };
    for (const [name, value] of Object.entries(headers))
      c.res.headers.set(name, value);
  });
  app.post(path, handler);
  app.onError((error) => failure(error, randomUUID()));
  return app;
}
