import * as extractors from "../../src/extraction/registry.ts";
import { fakeModel } from "../support/fake-model.ts";
import { extractorContract } from "./extractors.contract.ts";

const model = fakeModel();
for (const [name, factory] of Object.entries(extractors))
  extractorContract(name, (options) => factory({ ...options, model }));
