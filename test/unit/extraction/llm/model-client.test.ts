import { describe, expect, it } from "vitest";
import { Budget } from "../../../../src/extraction/llm/budget.ts";
import { questionsOf } from "../../../../src/extraction/llm/comment-question.ts";
import { ModelClient } from "../../../../src/extraction/llm/model-client.ts";
import type { ModelOptions } from "../../../../src/extraction/llm/model-options.ts";
import { noContext } from "../../../../src/model/extraction.ts";
import {
  payloadOf,
  plainAnswer,
  type Received,
  type Sent,
  serveModel,
  userOf,
  worded,
} from "../../../support/fake-model.ts";
import { segmented } from "../../../support/segmented.ts";

const comment = segmented("Dikes of clay are the cheapest. They last for centuries.");
const [question] = questionsOf(comment, noContext, [], "some-model");
if (!question) throw new Error("there is no question");
const expected = plainAnswer(payloadOf(question.request.user));

/** Asks a server on this machine, without waiting between attempts. */
async function ask(answer: (received: Received, count: number) => Sent, options: Partial<ModelOptions> = {}) {
  const { url, received } = await serveModel(answer);
  const waits: number[] = [];
  const budget = new Budget(options.limits, options.prices);
  const client = new ModelClient(
    {
      name: "some-model",
      cache: "",
      url,
      sleep: async (ms) => {
        waits.push(ms);
      },
      ...options,
    },
    budget,
  );
  const outcome = await client.ask(question as NonNullable<typeof question>).catch((error: unknown) => error);
  return { outcome, received, waits, budget };
}

const plain = (provider: "openai" | "anthropic" | "ollama") => (received: Received) =>
  worded[provider](plainAnswer(payloadOf(userOf(received))));

describe("asking a model", () => {
  it("speaks to OpenAI-compatible servers, with the schema and the key in its header alone", async () => {
    const { outcome, received, budget } = await ask(plain("openai"), { key: "secret-key" });
    expect(outcome).toEqual(expected);
    const [one] = received;
    expect(one).toMatchObject({
      path: "/chat/completions",
      headers: { authorization: "Bearer secret-key" },
      body: { model: "some-model", response_format: { type: "json_schema", json_schema: { strict: true } } },
    });
    expect(JSON.stringify(one?.body)).not.toContain("secret-key");
    expect(budget.tokens).toEqual({ input: 100, output: 20 });
  });

  it("speaks to Anthropic, whose answer is the input of a tool", async () => {
    const { outcome, received } = await ask(plain("anthropic"), { key: "secret-key", provider: "anthropic" });
    expect(outcome).toEqual(expected);
    expect(received[0]).toMatchObject({
      path: "/v1/messages",
      headers: { "x-api-key": "secret-key", "anthropic-version": "2023-06-01" },
      body: { tool_choice: { type: "tool", name: "answer" } },
    });
  });

  it("speaks to Ollama, with a window that is wide enough", async () => {
    const { outcome, received } = await ask(plain("ollama"), { provider: "ollama" });
    expect(outcome).toEqual(expected);
    expect(received[0]).toMatchObject({
      path: "/api/chat",
      body: { stream: false, format: { type: "object" }, options: { temperature: 0 } },
    });
    expect(received[0]?.body.options).toHaveProperty("num_ctx", 8192);
  });

  it("asks for less structure where a server refuses it, and says the schema in words then", async () => {
    const { outcome, received } = await ask((one) =>
      "response_format" in one.body
        ? { status: 400, value: { error: { message: "response_format is not supported" } } }
        : worded.openai(`Here it is:\n\`\`\`json\n${JSON.stringify(expected)}\n\`\`\``),
    );
    expect(outcome).toEqual(expected);
    expect(received).toHaveLength(4);
    expect(received[3]?.body.messages[0]?.content).toContain("JSON Schema");
  });

  it("waits as long as a busy server says, and twice as long each time where it says nothing", async () => {
    const { outcome, waits } = await ask((one, count) =>
      count === 1
        ? { status: 429, headers: { "retry-after": "7" }, value: { error: "slow down" } }
        : count === 2
          ? { status: 503, value: "gone for a moment" }
          : plain("openai")(one),
    );
    expect(outcome).toEqual(expected);
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThanOrEqual(1000);
    expect(waits[1]).toBeLessThanOrEqual(2000);
  });

  it("understands a date in Retry-After", async () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    const headers = { "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" };
    const { waits } = await ask(
      (one, count) => (count === 1 ? { status: 429, headers, value: {} } : plain("openai")(one)),
      { now: () => now },
    );
    expect(waits).toEqual([30_000]);
  });

  it("gives a server up that stays away, or asks for hours", async () => {
    const always = await ask(() => ({ status: 503, value: "no" }));
    expect(always.outcome).toMatchObject({ code: "extraction.model-unreachable" });
    expect(always.received).toHaveLength(3);
    const hours = await ask(() => ({ status: 429, headers: { "retry-after": "7200" }, value: "later" }));
    expect(hours.outcome).toMatchObject({ code: "extraction.model-unreachable" });
    expect(hours.waits).toEqual([]);
  });

  it("stops waiting for an answer at the time limit", async () => {
    const { outcome } = await ask((one) => ({ ...plain("openai")(one), afterMs: 5000 }), { timeoutMs: 60 });
    expect(outcome).toMatchObject({
      code: "extraction.model-unreachable",
      message: expect.stringContaining("no answer within 0.06 s"),
    });
  });

  it("sends an answer back once that does not fit the schema", async () => {
    const broken = { ...expected, relations: [{ from: "one", to: 2 }] };
    const mended = await ask((_, count) => worded.openai(count === 1 ? broken : expected));
    expect(mended.outcome).toEqual(expected);
    const turns = mended.received[1]?.body.messages.map(({ role }) => role);
    expect(turns).toEqual(["system", "user", "assistant", "user"]);
    expect(mended.received[1]?.body.messages[3]?.content).toContain("relations.0.from");
    const never = await ask(() => worded.openai("I would rather not."));
    expect(never.outcome).toMatchObject({ message: expect.stringContaining("it holds no JSON object") });
    expect(never.received).toHaveLength(2);
  });

  it.each([
    ["openai" as const, undefined, "https://api.openai.com/v1/chat/completions", "OPENAI_API_KEY"],
    [
      "anthropic" as const,
      "https://api.anthropic.com/",
      "https://api.anthropic.com/v1/messages",
      "ANTHROPIC_API_KEY",
    ],
  ])(
    "sends nothing to %s without a key, and says where one belongs",
    async (provider, url, place, variable) => {
      let sent = 0;
      const send: typeof fetch = async () => {
        sent++;
        return Response.json({});
      };
      const options = {
        name: "any",
        cache: "",
        provider,
        fetch: send,
        ...(url === undefined ? {} : { url }),
      };
      const outcome = await new ModelClient(options, new Budget())
        .ask(question as NonNullable<typeof question>)
        .catch((error: unknown) => error);
      expect(outcome).toMatchObject({
        code: "extraction.model-unauthorized",
        message: `${place} needs a key, and none is set`,
        hint: expect.stringMatching(new RegExp(`ELENCHUS_LLM_KEY or ${variable}.*--llm-url`, "u")),
      });
      expect(sent).toBe(0);
    },
  );

  it("names what a name with several addresses failed of", async () => {
    const refused = new AggregateError([new Error("connect ECONNREFUSED ::1:9"), new Error("…127.0.0.1:9")]);
    const { outcome } = await ask(plain("openai"), {
      fetch: async () => {
        throw new TypeError("fetch failed", { cause: refused });
      },
    });
    expect(outcome).toMatchObject({
      code: "extraction.model-unreachable",
      message: expect.stringContaining("ECONNREFUSED ::1:9"),
      hint: expect.stringContaining("--llm-url"),
    });
  });

  it("says where no key is let in, and never shows one", async () => {
    const { outcome } = await ask(
      () => ({
        status: 401,
        value: { error: { message: "Incorrect API key: secret-key, see sk-abcdef123" } },
      }),
      { key: "secret-key" },
    );
    expect(outcome).toMatchObject({ code: "extraction.model-unauthorized" });
    expect(JSON.stringify([outcome, (outcome as Error).message, (outcome as Error).stack])).not.toMatch(
      /secret-key|abcdef/u,
    );
  });

  it("shows no part of a key where a long message is cut", async () => {
    const error = `${"x".repeat(290)}secret-key`;
    const { outcome } = await ask(() => ({ status: 404, value: { error } }), { key: "secret-key" });
    expect((outcome as Error).message).toMatch(/xxx/u);
    expect((outcome as Error).message).not.toMatch(/secret/u);
  });

  it("names the address where there is no such model", async () => {
    const { outcome } = await ask(() => ({ status: 404, value: { error: "model not found" } }));
    expect(outcome).toMatchObject({
      code: "extraction.model-refused",
      message: expect.stringMatching(/^http:.*\(404: model not found\)$/u),
    });
  });

  it("asks nothing that might pass a limit", async () => {
    const prices = { input: 3, output: 15 };
    for (const limits of [
      { requests: null, tokens: 100, cost: null },
      { requests: null, tokens: null, cost: 0.0001 },
    ]) {
      const { outcome, received } = await ask(plain("openai"), { limits, prices });
      expect(outcome).toMatchObject({ code: "extraction.model-limit" });
      expect(received).toEqual([]);
    }
  });
});
