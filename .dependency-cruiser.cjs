const stages = ["importers", "segmentation", "extraction", "linking", "exporters", "store", "embeddings"];
// An export for a database holds what the store writes into one.
const extra = { exporters: ["^src/store/(store|write-rows)\\.ts$"] };
const ground = ["errors.ts", "parse-input.ts", "process-identity.ts", "start-thread.ts", "write-aside.ts"];
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|web)/", pathNot: [...to, from] },
});
const groundPaths = ground.map((file) => `^src/${file.replace(".", "\\.")}$`);
const single = (name, library, folder) => ({
  name,
  comment: `${library} stands only in ${folder}`,
  severity: "error",
  from: { path: "^(src|web)/", pathNot: `^${folder}/` },
  to: { path: `(^|node_modules/)${library}(/|$)` },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "model-is-ground",
      severity: "error",
      from: { path: "^src/model/" },
      to: { path: "^(src|web)/", pathNot: "^src/model/" },
    },
    only("text-is-plain", "^src/text/", ["^src/model/", ...groundPaths], "text knows only the model"),
    ...stages.map((stage) =>
      only(
        `${stage}-stands-alone`,
        `^src/${stage}/`,
        ["^src/model/", "^src/text/", ...groundPaths, ...(extra[stage] ?? [])],
        "a stage that needs another stage needs a wider value instead",
      ),
    ),
    only(
      "queries-read-stores",
      "^src/queries/",
      ["^src/model/", "^src/store/", "^src/text/", ...groundPaths],
      "",
    ),
    only(
      "pipeline-joins-stages",
      "^src/pipeline(\\.ts$|/)",
      ["^src/(model|text|importers|segmentation|extraction|linking)/", ...groundPaths],
      "what is stored comes in as known",
    ),
    {
      name: "nobody-imports-the-cli",
      severity: "error",
      from: { path: "^(src|web)/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    // That the page takes only types is held by test/unit/web/imports.test.ts: the parser cannot tell types.
    {
      name: "web-knows-model-and-queries",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^src/", pathNot: "^src/(model|queries)/" },
    },
    single("neo4j-in-its-store", "neo4j-driver", "src/store/neo4j"),
    single("express-in-server", "express", "src/server"),
    single("commander-in-cli", "commander", "src/cli"),
    single("cytoscape-in-web", "cytoscape", "web"),
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
