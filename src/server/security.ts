import type { RequestHandler } from "express";
import { AppError } from "../errors.ts";

/**
 * The page's content security policy.
 *
 * Everything comes from this server and nothing is inline. No trusted-types policy may be made, so a text from a
 * comment cannot become HTML or a script even through a mistake in the page.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The headers of every answer. There is no CORS header: other sites may not read anything. */
export const secureHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "Content-Security-Policy": contentSecurityPolicy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
  });
  next();
};

/**
 * Refuses requests whose `Host` is none of `hosts`.
 *
 * A site can point its own name at 127.0.0.1 and so let its script talk to us as if we were that site (DNS
 * rebinding); its name then stands in `Host`. The port is not compared, so that a forwarded port works.
 */
export function allowHosts(hosts: readonly string[]): RequestHandler {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  return (request, _response, next) => {
    const name = hostName(request.headers.host);
    if (name !== null && allowed.has(name)) next();
    else
      throw new AppError(
        "server.host-refused",
        `the host ${JSON.stringify(request.headers.host ?? "")} is not served`,
        {
          hint: `Use ${hosts[0] ?? "127.0.0.1"}, or name the host when the server starts.`,
        },
      );
  };
}

/** Refuses a request that another site's page sent. A request without `Origin` does not come from a page. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const isOwn = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  if (isOwn && (site === undefined || site === "same-origin" || site === "none")) next();
  else
    throw new AppError("server.origin-refused", `a page of ${origin ?? "another site"} may not ask this`, {
      hint: "Open the page from this server, or send the request without a browser.",
    });
};

/** The host without its port, in lower case; an IPv6 address keeps its brackets. */
function hostName(header: string | undefined): string | null {
  const found = /^(\[[0-9a-f:.]+\]|[^\s:/@?#\\]+)(?::\d{1,5})?$/iu.exec(header ?? "");
  return found?.[1]?.toLowerCase() ?? null;
}
