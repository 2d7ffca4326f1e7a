import { describe, expect, it } from "vitest";
import { neo4jSettings, readComposeFile, rootFile, type Service } from "../../support/compose-file.ts";

const text = rootFile("docker-compose.yml");
const { services, volumes } = readComposeFile(text);
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

/**
 * Variables in the file, with what stands behind the name: `:-1G` a default, `:?…` the refusal where it is
 * unset.
 */
const used = [...text.matchAll(/\$\{(\w+)([^}]*)\}/gu)].map(([, name = "", rest = ""]) => ({ name, rest }));
const offered = new Map(
  [...rootFile(".env.example").matchAll(/^(\w+)=(.*)$/gmu)].map(([, name = "", value = ""]) => [name, value]),
);

describe("docker-compose.yml", () => {
  it("has no key that it should not have", () => {
    expect(Object.keys(services)).toEqual(["neo4j", "example", "app"]);
    const misspelt = [
      text.replace("restart: unless-stopped", "restrat: unless-stopped"),
      text.replace("condition: service_healthy", "condition: healthy"),
      text.replace("interval: 5s", "interval: 5"),
    ];
    for (const wrong of misspelt) expect(() => readComposeFile(wrong)).toThrow();
  });

  it("takes every variable from .env.example, and that file offers no other", () => {
    expect([...new Set(used.map(({ name }) => name))].sort()).toEqual([...offered.keys()].sort());
    for (const { name, rest } of used)
      expect([name, rest]).toEqual([
        name,
        offered.get(name) === "" ? ":?is not set, see .env.example" : `:-${offered.get(name)}`,
      ]);
  });

  it("ships no secret, and git does not see the file that holds them", () => {
    for (const name of ["ELENCHUS_NEO4J_PASSWORD", "ELENCHUS_TOKEN"]) expect(offered.get(name)).toBe("");
    expect(rootFile(".gitignore").split("\n")).toContain(".env");
  });

  it("publishes ports on this machine alone", () => {
    const ports = Object.values(services).flatMap((it) => it.ports ?? []);
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:[^:]+(:-\d+\})?:\d+$/u);
  });

  it("names the very version of Neo4j that the tests run on", () => {
    const [, version] = /<version>(5\.[^<]+)<\/version>/u.exec(rootFile("test/support/neo4j/pom.xml")) ?? [];
    expect(service("neo4j").image).toBe(`neo4j:${version}-community`);
  });

  it("starts the example on a Neo4j that answers, and the page after the example", () => {
    for (const { depends_on = {} } of Object.values(services))
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(services).toHaveProperty(name);
        if (condition === "service_healthy") expect(service(name).healthcheck).toHaveProperty("test");
        else expect(service(name).restart).toBe("no");
      }
    expect(Object.keys(service("example").depends_on ?? {})).toEqual(["neo4j"]);
    expect(Object.keys(service("app").depends_on ?? {})).toEqual(["neo4j", "example"]);
  });

  it("keeps Neo4j's data and logs in volumes that it declares", () => {
    const named = Object.values(services).flatMap((it) =>
      (it.volumes ?? []).map((volume) => volume.split(":")[0]),
    );
    expect(named).toEqual(Object.keys(volumes));
    expect(service("neo4j").volumes).toContain("neo4j-data:/data");
  });

  it("gives the app no rights beyond its own", () => {
    for (const name of ["example", "app"])
      expect(service(name)).toMatchObject({
        init: true,
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
    expect(service("app").environment).toHaveProperty("ELENCHUS_TOKEN");
    expect(service("example").environment).not.toHaveProperty("ELENCHUS_TOKEN");
  });

  it("reads the names of Neo4j's settings as the image does", () => {
    expect([...neo4jSettings(service("neo4j")).keys()]).toEqual([
      "server.memory.heap.initial_size",
      "server.memory.heap.max_size",
      "server.memory.pagecache.size",
      "db.memory.transaction.max",
      "dbms.security.allow_csv_import_from_file_urls",
      "dbms.usage_report.enabled",
    ]);
  });
});
