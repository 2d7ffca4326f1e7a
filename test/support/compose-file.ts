import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const root = new URL("../../", import.meta.url);

/** A file of the repository's root, as text. */
export const rootFile = (name: string): string => readFileSync(new URL(name, root), "utf8");

const Duration = z.string().regex(/^(\d+(h|m|s|ms))+$/u);
const Words = z.array(z.string()).min(1);
const Environment = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u), z.string());

const Healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(["CMD", "CMD-SHELL"])], z.string()),
    interval: Duration,
    timeout: Duration,
    retries: z.int().positive(),
    start_period: Duration,
  }),
]);

/**
 * The keys of the compose specification that we use, and no others: a misspelt one is an error.
 *
 * @see the "Services top-level elements" and "Volumes" of the Compose Specification.
 */
const Service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: Words.optional(),
  cap_drop: Words.optional(),
  security_opt: Words.optional(),
  command: Words.optional(),
  environment: Environment,
  ports: Words.optional(),
  volumes: Words.optional(),
  healthcheck: Healthcheck.optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(["service_healthy", "service_completed_successfully"]) }),
    )
    .optional(),
  stop_grace_period: Duration.optional(),
  restart: z.enum(["no", "unless-stopped"]),
});
export type Service = z.output<typeof Service>;

const ComposeFile = z.strictObject({
  "x-elenchus": z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});
export type ComposeFile = z.output<typeof ComposeFile>;

/** Reads a compose file; throws where a key is none that we know. Variables stay as they are written. */
export function readComposeFile(text: string = rootFile("docker-compose.yml")): ComposeFile {
  return ComposeFile.parse(parse(text, { merge: true }));
}

/**
 * The settings of Neo4j that its image takes from the environment: `NEO4J_a_b__c` sets `a.b_c`.
 *
 * `NEO4J_AUTH` is the image's own and no setting.
 */
export function neo4jSettings({ environment }: Service): ReadonlyMap<string, string> {
  const named = Object.entries(environment).filter(([name]) => /^NEO4J_[a-z]/u.test(name));
  return new Map(
    named.map(([name, value]) => [
      name.slice("NEO4J_".length).replaceAll(/__|_/gu, (found) => (found === "_" ? "." : "_")),
      value,
    ]),
  );
}
