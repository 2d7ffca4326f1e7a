/** What came of one attempt to reach a server. */
export type Attempt =
  | { readonly kind: "reply"; readonly value: unknown }
  /** Worth another attempt, after so many milliseconds if the server says so. */
  | { readonly kind: "again"; readonly message: string; readonly afterMs: number | null }
  | { readonly kind: "refused"; readonly status: number; readonly message: string };

/** A way to a server, with what the world gives. */
export interface Endpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal | null;
}

/** Statuses after which the same request may succeed; 529 is Anthropic's "overloaded". */
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);
/** The longest reply that is read, in code units. */
const mostLetters = 16 * 1024 * 1024;

/** Sends one JSON body and reads the reply. Redirects are not followed: they might carry the key elsewhere. */
export async function postJson(endpoint: Endpoint, body: object): Promise<Attempt> {
  const { url, headers, timeoutMs, signal } = endpoint;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await endpoint.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "error",
      signal: signal === null ? timeout : AbortSignal.any([signal, timeout]),
    });
    const text = await readText(response);
    if (response.ok) return readReply(text);
    const message = `${response.status}: ${messageOf(text)}`;
    return passing.has(response.status)
      ? { kind: "again", message, afterMs: retryAfter(response.headers, endpoint.now()) }
      : { kind: "refused", status: response.status, message };
  } catch (error) {
    if (timeout.aborted)
      return { kind: "again", message: `no answer within ${timeoutMs / 1000} s`, afterMs: null };
    return { kind: "again", message: reasonOf(error), afterMs: null };
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > mostLetters) throw new Error("the reply is longer than 16 MiB");
  }
  return text + decoder.decode();
}

function readReply(text: string): Attempt {
  try {
    return { kind: "reply", value: JSON.parse(text) };
  } catch {
    return { kind: "again", message: "the reply is no JSON", afterMs: null };
  }
}

/** What a server says of a failure: `error.message`, `error` or the whole text, on one line. */
function messageOf(text: string): string {
  let said: unknown = text;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "error" in value) said = value.error;
    if (typeof said === "object" && said !== null && "message" in said) said = said.message;
  } catch {
    // No JSON: the text is shown as it is.
  }
  const words = typeof said === "string" ? said : text;
  return words.replace(/\s+/gu, " ").trim();
}

/** How long a server asks to wait, in milliseconds: a number of seconds or a date. */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after");
  if (text === null) return null;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A name with several addresses fails once for each.
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
