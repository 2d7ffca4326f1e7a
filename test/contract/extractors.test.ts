import * as extractors from "../../src/extraction/registry.ts";
import { extractorContract } from "./extractors.contract.ts";

for (const [name, factory] of Object.entries(extractors)) extractorContract(name, factory);
