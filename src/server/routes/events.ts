import type { Response } from "express";
import type { PublishedReader } from "../published-reader.ts";

/** What the event `revision` carries: the publication that answers come from, null while nothing was mapped. */
interface RevisionEvent {
  readonly revision: number | null;
}

/** The streams of `GET /api/events`. */
export interface EventStreams {
  /** Sends the revision now, then each new one, with a comment line as a heartbeat, until the client leaves. */
  open(response: Response): Promise<void>;
  /** Ends every stream, so that the server can close. */
  close(): void;
}

/**
 * @param options.heartbeatMs - time between two signs of life, so that a dead connection is noticed. Default
 * 15 s.
 */
export function eventStreams(reader: PublishedReader, { heartbeatMs = 15_000 } = {}): EventStreams {
  const open = new Set<Response>();
  const send = (response: Response, event: RevisionEvent) =>
    response.write(`event: revision\ndata: ${JSON.stringify(event)}\n\n`);
  const unsubscribe = reader.subscribe((revision) => {
    for (const response of open) send(response, { revision });
  });
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(": alive\n\n");
  }, heartbeatMs);
  heartbeat.unref();

  return {
    async open(response) {
      const revision = await reader.revision();
      if (response.destroyed) return;
      response.set({
        "Content-Type": "text/event-stream",
        "Cache-Control": "no-store",
        Connection: "keep-alive",
      });
      response.flushHeaders();
      response.write("retry: 2000\n");
      send(response, { revision });
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      for (const response of open) response.end();
      open.clear();
    },
  };
}
