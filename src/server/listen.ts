import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "../errors.ts";
import type { App } from "./app.ts";
import { isLoopback } from "./loopback.ts";
import { unguarded } from "./token.ts";

/** A server that answers. `url` ends in a slash and names the port that it has. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /**
   * Takes no new connections, ends event streams, lets requests in flight finish, and resolves when all is
   * closed.
   */
  close(): Promise<void>;
}

/**
 * Listens, by default on this machine alone.
 *
 * @param options.port - 0 takes any free port. Default 4820.
 * @param options.host - default `127.0.0.1`.
 * @throws AppError `server.token-required` when others can reach the host and the app asks for no token;
 *   `server.port-in-use` when another program has the port, or the port is not ours to take.
 */
export async function listen(app: App, { port = 4820, host = "127.0.0.1" } = {}): Promise<Listening> {
  if (!isLoopback(host) && !app.isGuarded) throw unguarded(host);
  const server = createServer(app.express);
  // A header takes no longer than this to arrive, so that a silent client cannot hold a connection.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    server.listen({ port, host, exclusive: true }, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    port: taken,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await app.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const why = error.code === "EADDRINUSE" ? "is in use" : "may not be used";
  return new AppError("server.port-in-use", `port ${port} on ${host} ${why}`, {
    hint: "Choose another with --port; 0 takes any that is free.",
    cause: error,
  });
}
