/**
 * Elenchus as a library: map files into a store, ask it, export it.
 *
 * @example
 * ```ts
 * import { debate, mapFiles, openStore } from "elenchus";
 *
 * const store = await openStore("./my-map");
 * await mapFiles(["comments.jsonl"], store);
 * const reader = await store.openReader();
 * const { sides, clashes } = await debate.run(reader, debate.input.parse({ a: "RL", b: "SSL" }));
 * await reader.close();
 * ```
 *
 * @packageDocumentation
 */
export { AppError, type ErrorCode } from "./errors.ts";
export type { Exporter, FilePiece, FolderExporter } from "./exporters/exporter.ts";
export { json, neo4jAdmin } from "./exporters/registry.ts";
export type {
  Extractor,
  ExtractorFactory,
  ExtractorOptions,
  WaitingComment,
} from "./extraction/extractor.ts";
export type { ModelOptions, ModelReport } from "./extraction/llm/model-options.ts";
export { type ForgetOptions, type ForgetOutcome, type Forgotten, forget } from "./forget.ts";
export type { Importer, ImportOptions, Input } from "./importers/importer.ts";
export { type MapFilesOptions, type MapOutcome, mapFiles } from "./map-files.ts";
export type { Change, CommentTerms, Extracted, Write } from "./model/change.ts";
export * from "./model/claim.ts";
export * from "./model/comment.ts";
export { Diagnostic } from "./model/diagnostic.ts";
export * from "./model/extraction.ts";
export { GlossaryEntry } from "./model/glossary.ts";
export * from "./model/graph.ts";
export type { Known, PendingComment, StoreCounts } from "./model/known.ts";
export { Offsets, Origin } from "./model/origin.ts";
export { Quote, QuoteMethod } from "./model/quote.ts";
export { Relation, type RelationKind, relationKinds, sureConfidence } from "./model/relation.ts";
export { Segment, type SegmentedComment } from "./model/segment.ts";
export { Place, Span, sliceSpan } from "./model/span.ts";
export { type MapInput, type MapOptions, mapInputs, type Step } from "./pipeline.ts";
export type { Query } from "./queries/query.ts";
export * from "./queries/registry.ts";
export { type CopyOptions, type CopyOutcome, copyStore } from "./store/copy.ts";
export { openStore } from "./store/registry.ts";
export type { Store, StoreReader, StoreWriter, UserQueryOptions, UserQueryResult } from "./store/store.ts";
