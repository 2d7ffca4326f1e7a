import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { openStore } from "../../src/store/registry.ts";
import { storeContract } from "./store.contract.ts";

storeContract("the embedded engine", async () => {
  const directory = await mkdtemp(`${tmpdir()}/elenchus-store-`);
  return {
    store: await openStore(`embedded:${directory}/store`),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
});
