import { expect, test } from "vitest";
import { createApp } from "../../../src/server/app.ts";
import { listen } from "../../../src/server/listen.ts";
import { FakeStore } from "./serving.ts";

test("takes any free port for 0, on this machine alone, and says which", async () => {
  const server = await listen(createApp(new FakeStore(), { routes: [] }), { port: 0 });
  expect(server.port).toBeGreaterThan(0);
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
  await server.close();
});

test("says which port is in use and how to choose another", async () => {
  const first = await listen(createApp(new FakeStore(), { routes: [] }), { port: 0 });
  const second = createApp(new FakeStore(), { routes: [] });
  await expect(listen(second, { port: first.port })).rejects.toMatchObject({
    code: "server.port-in-use",
    message: `port ${first.port} on 127.0.0.1 is in use`,
    hint: expect.stringContaining("--port"),
  });
  await second.close();
  await first.close();
});

test("gives its port back when it closes", async () => {
  const first = await listen(createApp(new FakeStore(), { routes: [] }), { port: 0 });
  await first.close();
  const second = await listen(createApp(new FakeStore(), { routes: [] }), { port: first.port });
  expect(second.port).toBe(first.port);
  await second.close();
});
