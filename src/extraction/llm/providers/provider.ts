import type { ModelRequest } from "../model-request.ts";

/** One turn of the talk about a request. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}

/** What a server made of a request. Counts are null where it does not say. */
export interface Reply {
  readonly text: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/**
 * How one kind of server is spoken to. Nothing is sent here.
 *
 * `forms` are ways to ask for structured output, the strictest first; a server that refuses one is asked in
 * the next.
 */
export interface Provider {
  /** Where it is found by default. */
  readonly url: string;
  /** The variable of the environment that holds the key for that place. Null where none is needed. */
  readonly keyVariable: string | null;
  /** Added to the URL. */
  readonly path: string;
  readonly forms: readonly string[];
  headers(key: string | null): Readonly<Record<string, string>>;
  body(request: ModelRequest, turns: readonly Turn[], form: string): object;
  /** Null when the reply is of another shape. */
  read(reply: unknown): Reply | null;
}
