import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { ModelAnswer } from "../../src/extraction/llm/answer.ts";
import type { ModelOptions } from "../../src/extraction/llm/model-options.ts";

interface ShownSentence {
  readonly n: number;
  readonly text: string;
  readonly quoted?: string;
  readonly quotes?: readonly number[];
}

/** What a model is shown of a comment. */
export interface Payload {
  readonly comment: { readonly by: string; readonly sentences: readonly ShownSentence[] };
  readonly before?: readonly ShownSentence[];
  readonly answers?: readonly { readonly by: string; readonly sentences: readonly ShownSentence[] }[];
  readonly quoted?: readonly { readonly by: string; readonly sentences: readonly ShownSentence[] }[];
  readonly earlier?: readonly { readonly by: string; readonly sentences: readonly ShownSentence[] }[];
  readonly terms: readonly { readonly t: number; readonly text: string; readonly in: readonly number[] }[];
}

/** The payload between the marks of a message. */
export function payloadOf(user: string): Payload {
  return JSON.parse(/^<data>\n([\s\S]*)\n<\/data>$/u.exec(user)?.[1] ?? "null");
}

/** What a model is shown when it is to look at relations again. */
export interface SecondPayload {
  readonly comment: Payload["comment"];
  readonly other?: Payload["comment"];
  readonly relations: readonly {
    readonly r: number;
    readonly from: number;
    readonly to: number;
    readonly kind: string;
  }[];
}

/** The payload of a second question. */
export function secondPayloadOf(user: string): SecondPayload {
  return JSON.parse(/^<data>\n([\s\S]*)\n<\/data>$/u.exec(user)?.[1] ?? "null");
}

/** A model that is not sure of what it draws, and is sure of all of it when it looks again. */
export function twofoldAnswer(payload: Payload | SecondPayload): object {
  if ("relations" in payload)
    return {
      relations: payload.relations.map(({ r, to, kind }) => ({
        r,
        why: "holds at a second look",
        to,
        kind,
        attack: null,
        agrees: null,
        confidence: 0.9,
      })),
    };
  const answer = plainAnswer(payload);
  return { ...answer, relations: answer.relations.map((one) => ({ ...one, confidence: 0.3 })) };
}

/**
 * An answer that leaves nothing out and is always the same: every sentence a claim, the first answers the
 * parent's first.
 */
export function plainAnswer({ comment, answers = [], terms }: Payload): ModelAnswer {
  const own = comment.sentences.filter(({ quotes }) => quotes === undefined);
  const speaking = own.find(({ quoted }) => quoted === undefined);
  const parent = answers[0]?.sentences[0];
  return {
    claims: own.map(({ n, quoted }) => ({
      s: n,
      attribution: quoted === undefined ? "own" : "quoted",
      leadIn: null,
    })),
    concepts: terms.slice(0, 3).map(({ t }) => [t]),
    relations:
      speaking && parent && answers[0]?.by !== comment.by
        ? [
            {
              from: speaking.n,
              to: parent.n,
              why: "answers the opening",
              kind: "responds-to",
              attack: null,
              agrees: false,
              confidence: 0.7,
            },
          ]
        : [],
    same: [],
  };
}

/** One request as a server got it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body, whatever the provider. */
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [field: string]: unknown;
  };
}

/** What a server sends back: a value as JSON, with a status and headers. */
export interface Sent {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly value: unknown;
  /** Milliseconds before it is sent. */
  readonly afterMs?: number;
}

/** The message of the user in a request: the comment. */
export function userOf({ body }: Received): string {
  return body.messages.find(({ role }) => role === "user")?.content ?? "";
}

/** An answer as each provider words it. */
export const worded = {
  openai: (answer: unknown): Sent => ({
    value: {
      choices: [{ message: { content: typeof answer === "string" ? answer : JSON.stringify(answer) } }],
      usage: { prompt_tokens: 100, completion_tokens: 20 },
    },
  }),
  anthropic: (answer: unknown): Sent => ({
    value: {
      content: [{ type: "tool_use", name: "answer", input: answer }],
      usage: { input_tokens: 100, output_tokens: 20 },
    },
  }),
  ollama: (answer: unknown): Sent => ({
    value: {
      message: { role: "assistant", content: JSON.stringify(answer) },
      prompt_eval_count: 100,
      eval_count: 20,
    },
  }),
} as const;

/** A real server on this machine that plays a provider; it is closed when the test file is done. */
export async function serveModel(
  answer: (received: Received, count: number) => Sent,
): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
    request.on("end", () => {
      const one = { path: request.url ?? "", headers: request.headers, body: JSON.parse(text) };
      received.push(one);
      const { status = 200, headers = {}, value, afterMs = 0 } = answer(one, received.length);
      setTimeout(() => {
        response.writeHead(status, { "content-type": "application/json", ...headers });
        response.end(typeof value === "string" ? value : JSON.stringify(value));
      }, afterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}

/** An address of this machine at which nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

// A hook that is added while a test runs is never called, so this one knows all folders of a test file.
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder for answers, removed when the test file is done. */
export function answerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "elenchus-answers-"));
  folders.push(folder);
  return folder;
}

/** A model that answers without any server. */
export function fakeModel(
  answer: ((payload: Payload) => unknown) | ((payload: Payload | SecondPayload) => unknown) = plainAnswer,
  options: Partial<ModelOptions> = {},
): ModelOptions {
  const fetchAnswer: typeof fetch = async (_, init) => {
    const body = JSON.parse(String(init?.body));
    const received = { path: "", headers: {}, body };
    return Response.json(worded.openai(answer(payloadOf(userOf(received)))).value);
  };
  return { name: "fake", url: "http://localhost/v1", cache: answerFolder(), fetch: fetchAnswer, ...options };
}
