import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../src/errors.ts";
import { FakeStore, type Served, serve } from "./serving.ts";

const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; worker-src 'self'",
  "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");

let served: Served;

beforeEach(async () => {
  served = await serve();
});

afterEach(async () => {
  await served.stop();
});

describe("a query", () => {
  test("takes its input from the path and the search part, as strings", async () => {
    const { status, body, headers } = await served.ask("/api/revision/a%20b?times=3");
    expect(status).toBe(200);
    expect(body).toEqual({ id: "a b", times: 3, revision: 1 });
    expect(headers["cache-control"]).toBe("no-store");
  });

  test.each([
    ["/api/revision/a?times=many", "times"],
    ["/api/revision/a?tims=3", "tims"],
    ["/api/revision/a?times=1&times=2", "times"],
  ])("refuses %s and names the field", async (path, field) => {
    const { status, body } = await served.ask(path);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "query.invalid", message: expect.stringContaining(field) });
  });

  test("answers a refusal with its code, message and hint", async () => {
    const { status, body } = await served.ask("/api/revision/missing");
    expect(status).toBe(404);
    expect(body).toEqual({
      code: "query.id-unknown",
      message: "nothing is called missing",
      hint: "Search for it.",
    });
  });

  test("keeps the cause of a fault of ours to the server's own output", async () => {
    const { status, body, text } = await served.ask("/api/revision/broken");
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "server.bug" });
    expect(text).not.toContain("secret");
    expect(served.bugs).toEqual([new TypeError("a secret of the implementation")]);
  });

  test("answers 400 to a path that is not UTF-8", async () => {
    const { status, body } = await served.ask("/api/revision/%ff");
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "server.request-invalid" });
  });

  test("says that an empty store is empty, and answers once something was published", async () => {
    await served.stop();
    served = await serve({}, new FakeStore(null));
    const before = await served.ask("/api/revision/a");
    expect(before.status).toBe(409);
    expect(before.body).toMatchObject({ code: "store.empty", hint: "Map a file first." });
    served.store.publish(1);
    const after = await served.ask("/api/revision/a");
    expect(after.body).toMatchObject({ revision: 1 });
  });
});

describe("security", () => {
  test("every answer carries the policy and forbids sniffing, referring and other sites", async () => {
    for (const path of ["/", "/api/revision/a", "/api/nothing", "/nothing"]) {
      const { headers } = await served.ask(path);
      expect(headers["content-security-policy"], path).toBe(policy);
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["referrer-policy"], path).toBe("no-referrer");
      expect(headers["cross-origin-resource-policy"], path).toBe("same-origin");
      expect(headers["access-control-allow-origin"], path).toBeUndefined();
      expect(headers["x-powered-by"], path).toBeUndefined();
    }
  });

  test("the policy allows nothing inline, nothing from elsewhere, and no trusted-types policy", () => {
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(policy).toContain("default-src 'none'");
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "evil.example:80", "localhost@evil.example", "a b"])(
    "refuses the host %j",
    async (host) => {
      const { status, body } = await served.ask("/api/revision/a", { headers: { host } });
      expect(status).toBe(403);
      expect(body).toMatchObject({ code: "server.host-refused" });
    },
  );

  test.each(["localhost", "127.0.0.1:1234", "LOCALHOST:80", "[::1]:80"])(
    "serves the host %j",
    async (host) => {
      expect((await served.ask("/api/revision/a", { headers: { host } })).status).toBe(200);
    },
  );

  test("serves the hosts it was given, and no others", async () => {
    await served.stop();
    served = await serve({ hosts: ["maps.example"] });
    expect((await served.ask("/", { headers: { host: "maps.example" } })).status).toBe(200);
    expect((await served.ask("/", { headers: { host: "localhost" } })).status).toBe(403);
  });
});

describe("a user's query", () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    served.ask("/api/query", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  test("runs with the limits asked for", async () => {
    const { status, body } = await post({ cypher: "RETURN 1 AS n", limits: { timeoutMs: 100, maxRows: 5 } });
    expect(status).toBe(200);
    expect(body).toEqual({ columns: ["n"], rows: [[1]], isTruncated: false });
    expect(served.store.asked).toEqual([
      { cypher: "RETURN 1 AS n", options: { timeoutMs: 100, maxRows: 5, maxBytes: 268_435_456 } },
    ]);
  });

  test.each([
    { timeoutMs: 3_600_000 },
    { maxRows: 1_000_000 },
    { maxBytes: 1e12 },
    { timeoutMs: 0 },
    { maxRows: 1.5 },
    { unknown: 1 },
  ])("refuses limits beyond the server's own: %j", async (limits) => {
    const { status, body } = await post({ cypher: "RETURN 1", limits });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "query.invalid" });
    expect(served.store.asked).toEqual([]);
  });

  test.each([
    ["http://evil.example", {}],
    ["null", {}],
    ["http://127.0.0.1:1", {}],
    ["", { "sec-fetch-site": "cross-site" }],
    ["", { "sec-fetch-site": "same-site" }],
  ])("refuses a page of another site: origin %j, %j", async (origin, headers) => {
    const { status, body } = await post(
      { cypher: "RETURN 1" },
      { ...headers, ...(origin === "" ? {} : { origin }) },
    );
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: "server.origin-refused" });
    expect(served.store.asked).toEqual([]);
  });

  test("takes a request of its own page", async () => {
    const origin = `http://127.0.0.1:${served.server.port}`;
    const { status } = await post({ cypher: "RETURN 1" }, { origin, host: origin.slice(7) });
    expect(status).toBe(200);
  });

  test("refuses a body that is too large, is not JSON, or says that it is something else", async () => {
    const large = await post({ cypher: "x".repeat(70_000) });
    expect([large.status, large.body]).toMatchObject([413, { code: "server.body-too-large" }]);
    const broken = await post("{ not json");
    expect([broken.status, broken.body]).toMatchObject([400, { code: "server.request-invalid" }]);
    const form = await post("cypher=RETURN 1", { "content-type": "text/plain" });
    expect([form.status, form.body]).toMatchObject([400, { code: "query.invalid" }]);
  });

  test("runs two at a time and says when it is busy", async () => {
    const release: (() => void)[] = [];
    served.store.answer = () =>
      new Promise((resolve) => {
        release.push(() => resolve({ columns: [], rows: [], isTruncated: false }));
      });
    const first = [post({ cypher: "RETURN 1" }), post({ cypher: "RETURN 2" })];
    await expect.poll(() => release.length).toBe(2);
    const third = await post({ cypher: "RETURN 3" });
    expect([third.status, third.body]).toMatchObject([503, { code: "server.busy" }]);
    for (const free of release) free();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  });

  test.each([
    "store.damaged",
    "store.database-unknown",
    "store.lock-lost",
    "store.locked",
    "store.migration-changed",
    "store.migration-missing",
    "store.unauthorized",
    "store.unreachable",
    "store.unreadable",
    "store.version-unsupported",
  ] as const)("says with 503 that the store cannot be used now: %s", async (code) => {
    served.store.answer = () => Promise.reject(new AppError(code, "no answer", { hint: "Mend it." }));
    const { status, body } = await post({ cypher: "RETURN 1 AS n" });
    expect([status, body]).toEqual([503, { code, message: "no answer", hint: "Mend it." }]);
  });
});

describe("the page", () => {
  test("is asked for again each time, its hashed files never", async () => {
    const { headers, text } = await served.ask("/");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain("<title>page</title>");
    const asset = await served.ask("/assets/main-1a2b3c.js");
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("says how to build it where it is missing", async () => {
    const empty = await mkdtemp(join(tmpdir(), "elenchus-none-"));
    await served.stop();
    served = await serve({ pageDir: empty });
    const { status, body } = await served.ask("/");
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: "server.page-missing",
      hint: expect.stringContaining("npm run build"),
    });
    await rm(empty, { recursive: true });
  });

  test.each(["/api/nothing", "/nothing", "/../package.json", "/assets/..%2f..%2fpackage.json"])(
    "has nothing at %s",
    async (path) => {
      const { status, body } = await served.ask(path);
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: "server.not-found" });
    },
  );
});
