import { describe, expect, it } from "vitest";
import { printListing, showing } from "../../../src/cli/listing.ts";
import { reportError } from "../../../src/cli/output.ts";
import { painter } from "../../../src/cli/paint.ts";
import { parseParameters } from "../../../src/cli/parameters.ts";
import { createProgress } from "../../../src/cli/progress.ts";
import { AppError } from "../../../src/errors.ts";
import { openConsole } from "./console.ts";

describe("colour", () => {
  it("appears only on a terminal, and never under NO_COLOR or on a dumb one", () => {
    const colored = (columns: number | null, env: Readonly<Record<string, string>>): boolean => {
      const { io } = openConsole({ columns, env });
      return painter(io, io.stdout)("bold", "x") !== "x";
    };
    expect([
      colored(80, {}),
      colored(null, {}),
      colored(80, { NO_COLOR: "1" }),
      colored(80, { TERM: "dumb" }),
    ]).toEqual([true, false, false, false]);
    expect(colored(80, { NO_COLOR: "" })).toBe(true);
    const { io } = openConsole({ columns: 80 });
    expect(painter(io, io.stdout)("bold", "x")).toBe("\u001b[1mx\u001b[22m");
  });
});

describe("reportError", () => {
  it("tells a refusal with code, message and hint, and exits 3", () => {
    const console = openConsole();
    const code = reportError(
      console.io,
      new AppError("store.empty", "nothing in \u001b[2J/x", { hint: "Map a file." }),
    );
    expect(code).toBe(3);
    expect(console.stderr()).toBe("error store.empty: nothing in ␛[2J/x\nhint  Map a file.\n");
    expect(console.stdout()).toBe("");
  });

  it("exits 130 when an interrupt ended a wait", () => {
    const console = openConsole();
    console.interrupt();
    expect(reportError(console.io, console.io.signal.reason)).toBe(130);
    expect(console.stderr()).toBe("Interrupted.\n");
    expect(reportError(console.io, new Error("oops"))).toBe(1);
  });

  it("exits 2 on wrong usage and 1 on a bug, which it shows with its stack", () => {
    const console = openConsole();
    expect(reportError(console.io, new AppError("cli.usage", "no", { hint: "" }))).toBe(2);
    expect(reportError(console.io, new TypeError("oops"))).toBe(1);
    expect(console.stderr()).toContain("TypeError: oops\n    at ");
  });
});

describe("printListing", () => {
  const listing = {
    value: { total: 3, items: ["a\u202e", "=b"] },
    columns: [{ key: "name", title: "name" }],
    rows: [["a\u202e"], ["=b"]],
    foot: "showing 2 of 3 things",
  };

  it("prints a table, JSON or CSV", async () => {
    const [table, json, csv] = [openConsole(), openConsole(), openConsole()];
    await printListing(table.io, {}, listing);
    await printListing(json.io, { json: true }, listing);
    await printListing(csv.io, { csv: true }, listing);
    expect(table.stdout()).toBe("name\n─────────\na<U+202E>\n=b\nshowing 2 of 3 things\n");
    expect(JSON.parse(json.stdout())).toEqual(listing.value);
    expect(json.stdout()).toContain("\\u202e");
    expect(csv.stdout()).toBe("name\r\na\u202e\r\n'=b\r\n");
    expect(csv.stderr()).toBe("showing 2 of 3 things\n");
  });

  it("keeps a terminal from being steered by CSV", async () => {
    const console = openConsole({ columns: 80 });
    await printListing(console.io, { csv: true }, listing);
    expect(console.stdout()).toBe("name\na<U+202E>\n'=b\n");
  });

  it("refuses two formats at once", async () => {
    await expect(printListing(openConsole().io, { json: true, csv: true }, listing)).rejects.toMatchObject({
      code: "cli.usage",
    });
  });

  it("says how many of how many are shown", () => {
    expect([showing(2, 3, "claim"), showing(1, 1, "claim"), showing(0, 0, "clash", "clashes")]).toEqual([
      "showing 2 of 3 claims",
      "1 claim",
      "no clashes",
    ]);
  });
});

describe("progress", () => {
  it("is silent for two seconds, then draws one line at most ten times a second, and clears it", () => {
    const console = openConsole({ columns: 80 });
    const progress = createProgress(console.io);
    progress.show("early");
    console.tick(2001);
    progress.show("reading 10");
    console.tick(50);
    progress.show("reading 11");
    console.tick(60);
    progress.show("reading 12");
    progress.clear();
    expect(console.stderr()).toBe("\r\u001b[Kreading 10\r\u001b[Kreading 12\r\u001b[K");
  });

  it("writes nothing into a pipe", () => {
    const console = openConsole();
    const progress = createProgress(console.io);
    console.tick(10_000);
    progress.show("reading");
    progress.clear();
    expect(console.stderr()).toBe("");
  });
});

describe("parseParameters", () => {
  it("reads numbers, truth values, null, lists and quoted text as JSON, all else as text", () => {
    expect(
      parseParameters([
        "a=1",
        "b=-2.5",
        "c=true",
        "d=null",
        'e=["x",1]',
        'f="12"',
        "g=RL",
        "h=1 of 2",
        "i=",
        "j=a=b",
        "k=[open",
      ]),
    ).toEqual({
      a: 1,
      b: -2.5,
      c: true,
      d: null,
      e: ["x", 1],
      f: "12",
      g: "RL",
      h: "1 of 2",
      i: "",
      j: "a=b",
      k: "[open",
    });
  });

  it("refuses what has no name and what is given twice", () => {
    expect(() => parseParameters(["novalue"])).toThrow("it has no name");
    expect(() => parseParameters(["a=1", "a=2"])).toThrow("given twice");
  });
});
