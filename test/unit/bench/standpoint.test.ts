import { describe, expect, it } from "vitest";
import { standpointOf } from "../../../bench/eval/corpora/standpoint.ts";
import { segmented } from "../../support/segmented.ts";

describe("a standpoint", () => {
  it("is likelier in an opinion with a reason than in a fact told in passing", async () => {
    const opinion = await standpointOf(segmented("I think we should close the pool because it is not safe."));
    const fact = await standpointOf(segmented("The pool was painted in May."));
    expect(opinion).toBeGreaterThan(0.5);
    expect(fact).toBeLessThan(0.5);
  });
});
