import { describe, expect, it } from "vitest";
import { consoleBlocks, cutLike, splitWords } from "./console-blocks.ts";

describe("the blocks of a document", () => {
  it("hold a command, over several lines while a quotation is open, and what it prints", () => {
    const markdown =
      "text\n```console\n$ npx elenchus query 'MATCH (c)\nRETURN c'\nc\n1 row\n```\n```sh\nls\n```";
    expect(consoleBlocks(markdown)).toEqual([
      { start: 2, end: 6, command: "npx elenchus query 'MATCH (c)\nRETURN c'", shown: ["c", "1 row"] },
    ]);
  });

  it("cut a command at spaces outside quotation marks", () => {
    expect(splitWords(`a --b="c d" 'e "f"' g`)).toEqual(["a", "--b=c d", 'e "f"', "g"]);
    expect(splitWords("a 'b")).toBeNull();
  });

  it("keep as many lines around what is left out as before", () => {
    expect(cutLike(["a", "…", "z"], ["1", "2", "3", "4"])).toEqual(["1", "…", "4"]);
    expect(cutLike(["a", "…", "z"], ["1", "2"])).toEqual(["1", "2"]);
    expect(cutLike(["a", "b"], ["1", "2", "3"])).toEqual(["1", "2", "3"]);
  });
});
