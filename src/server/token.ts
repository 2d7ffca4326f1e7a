import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { AppError } from "../errors.ts";
import { isLoopback } from "./loopback.ts";

/** Printable ASCII without spaces, so that it fits into a header and a URL; long enough not to be guessed. */
const usableToken = /^[\x21-\x7e]{16,}$/u;
/** The cookie that a browser shows instead of the token. */
export const tokenCookie = "elenchus";
const cookieSeconds = 30 * 24 * 60 * 60;
const makeOne = "`openssl rand -hex 24` makes one";

/**
 * The token that a server on `host` asks for, null where only this machine can reach it.
 *
 * @param given - `ELENCHUS_TOKEN`. No message holds it.
 * @throws AppError `server.token-required` when others can reach the server and no token is given;
 *   `config.invalid` when it is too short, or has characters that a header cannot carry.
 */
export function tokenFor(host: string, given: string | undefined): string | null {
  if (isLoopback(host)) return null;
  if (given === undefined || given === "") throw unguarded(host);
  if (!usableToken.test(given))
    throw new AppError(
      "config.invalid",
      "ELENCHUS_TOKEN is shorter than 16 characters, or has others than letters, digits and signs of ASCII",
      { hint: `Choose another; ${makeOne}.` },
    );
  return given;
}

/** The refusal to listen where others can reach the server without a token. */
export function unguarded(host: string): AppError {
  const where = host === "" ? "every address" : host;
  return new AppError("server.token-required", `others can reach ${where}, and no token guards the server`, {
    hint: `Set ELENCHUS_TOKEN (${makeOne}), or leave the host out and serve this machine alone.`,
  });
}

/**
 * Refuses requests that do not show the token.
 *
 * A program sends it as `Authorization: Bearer`. A person opens the page once with `?token=`: the answer sets a
 * cookie, which holds a keyed hash and not the token, and leads to the same address without it. The cookie is Lax
 * and not Strict, because a Strict one is not sent on that redirect when the link stood on another site's page.
 */
export function requireToken(token: string): RequestHandler {
  const cookie = createHmac("sha256", token).update("elenchus cookie").digest("base64url");
  return (request, response, next) => {
    const inUrl = request.query.token;
    if (inUrl !== undefined) {
      if (typeof inUrl !== "string" || !isSame(inUrl, token)) throw refused(response);
      response.cookie(tokenCookie, cookie, {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        maxAge: cookieSeconds * 1000,
      });
      response.set("Cache-Control", "no-store").redirect(303, withoutToken(request));
      return;
    }
    if (isSame(bearerOf(request), token) || cookiesOf(request).some((it) => isSame(it, cookie))) next();
    else throw refused(response);
  };
}

/** Compares in a time that does not tell how much of a guess is right, nor how long the secret is. */
function isSame(guess: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(guess), digest(secret));
}

function bearerOf(request: Request): string {
  return /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? "")?.[1] ?? "";
}

/** The values of our cookie. A browser may send several of one name, set for different paths. */
function cookiesOf(request: Request): readonly string[] {
  return (request.headers.cookie ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${tokenCookie}=`))
    .map((pair) => pair.slice(tokenCookie.length + 1));
}

/** The request's address on this server without the token; a path such as `//other.org` stays a path of ours. */
function withoutToken(request: Request): string {
  const query = new URLSearchParams(request.originalUrl.split("?").slice(1).join("?"));
  query.delete("token");
  const path = request.path.replace(/^[/\\]+/u, "/");
  return query.size === 0 ? path : `${path}?${query}`;
}

function refused(response: Response): AppError {
  response.set("WWW-Authenticate", 'Bearer realm="elenchus"');
  return new AppError("server.token-required", "this server answers only who shows its token", {
    hint: "Open the page once with ?token= and the value of ELENCHUS_TOKEN, or send it as Authorization: Bearer.",
  });
}
