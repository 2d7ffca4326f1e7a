import { trainClaims } from "./train/claims.ts";

/** Learns every weight that ships from data of this repository, and writes the same bytes on each run. */
await trainClaims();
