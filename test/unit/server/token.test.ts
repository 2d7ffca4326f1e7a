import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createApp } from "../../../src/server/app.ts";
import { listen } from "../../../src/server/listen.ts";
import { isLoopback } from "../../../src/server/loopback.ts";
import { tokenFor } from "../../../src/server/token.ts";
import { FakeStore, type Served, serve } from "./serving.ts";

const token = "0123456789abcdef-secret";
const refusal = {
  code: "server.token-required",
  message: expect.any(String),
  hint: expect.stringContaining("ELENCHUS_TOKEN"),
};

describe("a server with a token", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ token });
  });
  afterAll(async () => {
    expect(served.bugs).toEqual([]);
    await served.stop();
  });

  /** Opens the page with the token and gives the cookie as a browser sends it back. */
  const cookie = async () =>
    String((await served.ask(`/?token=${token}`)).headers["set-cookie"]).split(";")[0] ?? "";

  it.each([
    ["/", "GET"],
    ["/assets/main-1a2b3c.js", "GET"],
    ["/api/revision/x", "GET"],
    ["/api/events", "GET"],
    ["/api/openapi.json", "GET"],
    ["/api/query", "POST"],
    ["/nowhere", "GET"],
  ])("refuses %s to who shows none, and says how to show it", async (path, method) => {
    const { status, headers, body } = await served.ask(path, { method });
    expect([status, body]).toEqual([401, refusal]);
    expect(headers["www-authenticate"]).toBe('Bearer realm="elenchus"');
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("answers a program that sends it in a header", async () => {
    const authorization = `Bearer ${token}`;
    expect((await served.ask("/api/revision/x", { headers: { authorization } })).status).toBe(200);
    expect((await served.ask("/", { headers: { authorization: `bearer  ${token}` } })).status).toBe(200);
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    `Bearer ${token} ${token}`,
    `Basic ${token}`,
    token,
  ])("refuses the header %j", async (authorization) => {
    expect((await served.ask("/api/revision/x", { headers: { authorization } })).status).toBe(401);
  });

  it("gives a browser that opens the page once with it a cookie, and takes it out of the address", async () => {
    const { status, headers, text } = await served.ask(`/?token=${token}&a=1&a=2`);
    expect([status, headers.location]).toEqual([303, "/?a=1&a=2"]);
    const [set] = headers["set-cookie"] ?? [];
    expect(set).toMatch(
      /^elenchus=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(`${set}${text}`).not.toContain(token);
    expect((await served.ask("/", { headers: { cookie: await cookie() } })).status).toBe(200);
    expect(
      (await served.ask("/", { headers: { cookie: `a=b; elenchus=old; ${await cookie()}` } })).status,
    ).toBe(200);
  });

  it("refuses a cookie that it did not set, the token itself included", async () => {
    for (const value of ["", token, "x".repeat(43)])
      expect((await served.ask("/", { headers: { cookie: `elenchus=${value}` } })).status).toBe(401);
    expect(
      (await served.ask("/", { headers: { cookie: (await cookie()).replace("elenchus", "other") } })).status,
    ).toBe(401);
  });

  it("refuses an address with a wrong token, or with two, even beside a good cookie", async () => {
    const headers = { cookie: await cookie() };
    for (const query of ["token=", "token=wrong", `token=${token}&token=${token}`])
      expect((await served.ask(`/?${query}`, { headers })).status).toBe(401);
  });

  it("never leads to another site", async () => {
    for (const path of ["//other.org/", "/\\other.org/", "///other.org/a"]) {
      const { headers } = await served.ask(`${path}?token=${token}`);
      expect(headers.location).toMatch(/^\/[^/\\]/);
    }
  });

  it("looks at the host first, so that another site's name learns nothing", async () => {
    const headers = { host: "other.org", authorization: `Bearer ${token}` };
    expect((await served.ask("/", { headers })).body).toMatchObject({ code: "server.host-refused" });
  });

  it("keeps another site's page from sending queries with a visitor's cookie", async () => {
    const headers = {
      cookie: await cookie(),
      origin: "http://other.org",
      "content-type": "application/json",
    };
    const { body } = await served.ask("/api/query", { method: "POST", headers, body: "{}" });
    expect(body).toMatchObject({ code: "server.origin-refused" });
  });
});

test("listens beyond this machine only where requests have to show a token", async () => {
  const open = createApp(new FakeStore(), { routes: [] });
  await expect(listen(open, { port: 0, host: "0.0.0.0" })).rejects.toMatchObject({
    code: "server.token-required",
    message: "others can reach 0.0.0.0, and no token guards the server",
  });
  await open.close();
  const guarded = await listen(createApp(new FakeStore(), { routes: [], token }), {
    port: 0,
    host: "0.0.0.0",
  });
  expect((await fetch(`http://127.0.0.1:${guarded.port}/`)).status).toBe(401);
  await guarded.close();
});

test("asks for no token on this machine alone, and for a good one elsewhere", () => {
  for (const host of ["127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST", "::1", "[::1]"])
    expect([host, isLoopback(host), tokenFor(host, token)]).toEqual([host, true, null]);
  for (const host of [
    "0.0.0.0",
    "::",
    "",
    "192.168.1.4",
    "127.0.0.1.example.org",
    "example.org",
    "1.127.0.0",
  ]) {
    expect([host, tokenFor(host, token)]).toEqual([host, token]);
    for (const none of [undefined, ""])
      expect(() => tokenFor(host, none)).toThrow(expect.objectContaining({ code: "server.token-required" }));
  }
  for (const bad of ["brief", "fifteen-letters", `${token} with a space`, `${token}ü`, `${token}\n`]) {
    const told = catchError(() => tokenFor("0.0.0.0", bad));
    expect(told).toMatchObject({ code: "config.invalid" });
    expect(JSON.stringify([told, String(told)])).not.toContain(bad);
  }
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
