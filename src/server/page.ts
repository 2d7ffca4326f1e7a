import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { AppError } from "../errors.ts";

/**
 * Serves the built page.
 *
 * Files under `assets/` carry a hash of their content in their name and never change; everything else is asked
 * for again each time.
 */
export function servePage(directory: string): Router {
  const router = Router();
  router.use(
    express.static(directory, {
      index: "index.html",
      redirect: false,
      setHeaders: (response, path) => {
        const isHashed = path
          .slice(directory.length)
          .replaceAll("\\", "/")
          .replace(/^\/+/u, "")
          .startsWith("assets/");
        response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  router.get("/", missingPage(directory));
  return router;
}

/** Reached only when there is no page: says so instead of a bare 404. */
function missingPage(directory: string): RequestHandler {
  return (_request, _response, next) => {
    if (existsSync(join(directory, "index.html"))) next();
    else
      throw new AppError("server.page-missing", `there is no page in ${directory}`, {
        hint: "Run `npm run build`; the API works without it.",
      });
  };
}
