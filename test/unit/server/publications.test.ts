import { get } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { FakeStore, revisionQuery, type Served, serve } from "./serving.ts";

let served: Served | null = null;

afterEach(async () => {
  await served?.stop();
  served = null;
});

/** Opens the event stream; `text()` is all that came so far, `ended` resolves when the server ends it. */
function listenToEvents(port: number) {
  let text = "";
  const ended = new Promise<void>((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/api/events", agent: false }, (response) => {
      expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", resolve);
    }).on("error", reject);
  });
  return { text: () => text, ended };
}

describe("following publications", () => {
  test("a request in flight finishes on the publication that it began with, which is closed then", async () => {
    const release: (() => void)[] = [];
    const wait = () => new Promise<void>((resolve) => release.push(resolve));
    served = await serve({ routes: [revisionQuery(wait)] });
    const { store, ask } = served;
    const slow = ask("/api/revision/slow");
    await expect.poll(() => release.length).toBe(1);
    store.publish(2);
    await expect.poll(() => store.opened.length).toBe(2);
    const fast = ask("/api/revision/fast");
    await expect.poll(() => release.length).toBe(2);
    expect(store.opened.map(({ isClosed }) => isClosed)).toEqual([false, false]);
    for (const go of release) go();
    expect((await slow).body).toMatchObject({ revision: 1 });
    expect((await fast).body).toMatchObject({ revision: 2 });
    expect(store.opened.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  test("answers come from the publication before until the next one has read something", async () => {
    served = await serve();
    const { store, ask } = served;
    expect((await ask("/api/revision/a")).body).toMatchObject({ revision: 1 });
    const readings: number[] = [];
    let finish = () => {};
    store.read = (revision) => {
      readings.push(revision);
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    store.publish(2);
    await expect.poll(() => readings).toEqual([2]);
    expect((await ask("/api/revision/a")).body).toMatchObject({ revision: 1 });
    finish();
    await expect.poll(async () => (await ask("/api/revision/a")).body).toMatchObject({ revision: 2 });
    expect(readings).toEqual([2]);
  });

  test("a publication that cannot be read is closed, and the one before answers on", async () => {
    served = await serve();
    const { store, ask, bugs } = served;
    await ask("/api/revision/a");
    const broken = new Error("the engine's thread ended");
    store.read = () => Promise.reject(broken);
    store.publish(2);
    await expect.poll(() => bugs).toEqual([broken]);
    expect((await ask("/api/revision/a")).body).toMatchObject({ revision: 1 });
    expect(store.opened).toEqual([
      { revision: 1, isClosed: false },
      { revision: 2, isClosed: true },
    ]);
  });

  test("many publications at once leave one reader open, on the last", async () => {
    served = await serve();
    const { store, ask } = served;
    await ask("/api/revision/a");
    for (let revision = 2; revision <= 6; revision += 1) store.publish(revision);
    await expect.poll(async () => (await ask("/api/revision/a")).body).toMatchObject({ revision: 6 });
    expect(store.opened.filter(({ isClosed }) => !isClosed).map(({ revision }) => revision)).toEqual([6]);
  });

  test("closing stops watching and closes the reader", async () => {
    served = await serve();
    const { store, ask } = served;
    await ask("/api/revision/a");
    await served.stop();
    served = null;
    expect(store.watchers).toBe(0);
    expect(store.opened).toEqual([{ revision: 1, isClosed: true }]);
  });
});

describe("the event stream", () => {
  test("tells the revision at once and each publication once answers come from it", async () => {
    served = await serve();
    const events = listenToEvents(served.server.port);
    await expect.poll(events.text).toContain('event: revision\ndata: {"revision":1}\n\n');
    served.store.publish(2);
    await expect.poll(events.text).toContain('data: {"revision":2}\n\n');
    expect((await served.ask("/api/revision/a")).body).toMatchObject({ revision: 2 });
  });

  test("tells of the first publication of a store that was empty", async () => {
    served = await serve({}, new FakeStore(null));
    const events = listenToEvents(served.server.port);
    await expect.poll(events.text).toContain('data: {"revision":null}\n\n');
    served.store.publish(1);
    await expect.poll(events.text).toContain('data: {"revision":1}\n\n');
  });

  test("sends signs of life, and ends when the server closes", async () => {
    served = await serve({ heartbeatMs: 20 });
    const events = listenToEvents(served.server.port);
    await expect.poll(events.text).toContain(": alive\n\n");
    await served.stop();
    served = null;
    await events.ended;
  });
});
