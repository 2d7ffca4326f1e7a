import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { openStore } from "../../src/store/registry.ts";
import { correctionsContract } from "./corrections.contract.ts";
import { forgettingContract } from "./forgetting.contract.ts";
import { samenessContract } from "./sameness.contract.ts";
import { type OpenedStore, storeContract } from "./store.contract.ts";

async function open(): Promise<OpenedStore> {
  const directory = await mkdtemp(`${tmpdir()}/elenchus-store-`);
  return {
    store: await openStore(`embedded:${directory}/store`),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

storeContract("the embedded engine", open);
forgettingContract("the embedded engine", open);
correctionsContract("the embedded engine", open);
samenessContract("the embedded engine", open);
