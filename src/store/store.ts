import type { Change } from "../model/change.ts";
import type { GraphRecord } from "../model/graph.ts";
import type { Known } from "../model/known.ts";

/** A value in a row: what both engines can hold as a property, or a list of it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, Value>>;

/** What one engine can do that another cannot. Contract tests skip by these flags alone. */
export interface StoreSupport {
  /** Keeps a journal from which the graph can be made again. */
  readonly journal: boolean;
  /** Readers see publications, not the writer's latest change. */
  readonly publications: boolean;
}

/** A hit of the full-text search: higher scores are nearer. */
export interface SearchHit {
  readonly kind: "claim" | "concept";
  readonly id: string;
  readonly score: number;
}

/** What a search looks for, and how much of it is wanted. */
export interface SearchOptions {
  readonly limit: number;
  /** Default: both. */
  readonly kind?: SearchHit["kind"];
}

/** The best hits and how many there are. */
export interface CountedHits {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** Whether there are more than were counted. */
  readonly hasMore: boolean;
}

/** A snapshot of the graph that queries read. */
export interface StoreReader {
  readonly supports: StoreSupport;
  /**
   * Runs `cypher/queries/<id>.cypher` or `cypher/reads/<id>.cypher`. Whole numbers come back as numbers.
   *
   * @throws AppError `query.parameter-missing` when the file names a parameter that is not given.
   */
  run(id: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** Ranks claims and concepts by their words. Ties are ordered by id. */
  search(text: string, options: SearchOptions): Promise<readonly SearchHit[]>;
  /** The hits of `search`, and how many there are in all, counted up to `countTo`. */
  searchAndCount(text: string, options: SearchOptions & { readonly countTo: number }): Promise<CountedHits>;
  /** The whole graph: the arrays in the order of `graphArrays`, each sorted by id, paged from the engine. */
  records(): AsyncIterable<GraphRecord>;
  /** The stored records, as the pipeline and the exporters read them. */
  readonly known: Known;
  /** Grows with every publication that changed something; a page compares it to learn of news. */
  readonly revision: number;
  close(): Promise<void>;
}

/** Why and how a user's query was stopped, or its rows. */
export interface UserQueryOptions {
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Resident memory above the freshly opened graph. */
  readonly maxBytes: number;
}

export interface UserQueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Whether rows beyond `maxRows` were left out. */
  readonly isTruncated: boolean;
}

/** The one writer of a store. */
export interface StoreWriter {
  readonly known: Known;
  /** Applies a change: durable and whole when the promise resolves, without a trace when it rejects. */
  apply(change: Change): Promise<void>;
  /** Makes what was applied visible to readers. */
  publish(): Promise<void>;
  /** Publishes and gives the store back to other writers. */
  close(): Promise<void>;
}

/** What a store takes on the disk, in bytes, and how far its parts have come. */
export interface StoreStatus {
  readonly journalBytes: number;
  readonly graphBytes: number;
  readonly publishedBytes: number;
  /** The last publication, 0 before the first. */
  readonly revision: number;
  /** Whether the journal holds changes that are not published. */
  readonly isPublished: boolean;
  /** The process that writes at the moment. */
  readonly writer: string | null;
  /** Files of the engine that were found damaged and kept. */
  readonly damaged: readonly string[];
}

/** How long work on a store is told of, and how it is given up. */
export interface MaintenanceOptions {
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** Work on the files of a store. Each waits for the writer to end, then stands in for it. */
export interface StoreMaintenance {
  /** Looks without waiting and changes nothing. */
  status(): Promise<StoreStatus>;
  /**
   * Makes the graph again from the journal and publishes it. What stood there before is kept until the new
   * one is whole.
   */
  rebuild(options: MaintenanceOptions): Promise<void>;
  /** Rewrites the journal so that nothing which was removed is left in it, nor in the graph and its copies. */
  compact(
    options: MaintenanceOptions,
  ): Promise<{ readonly bytesBefore: number; readonly bytesAfter: number }>;
}

/** How far the schema of a database has come, and who uses it. */
export interface SchemaStatus {
  /** Ids of the migrations that the database has, in order. */
  readonly applied: readonly string[];
  /** Ids of those that it lacks, in order. */
  readonly pending: readonly string[];
  /** Grows with every change; 0 before the first. */
  readonly revision: number;
  /** The process that writes at the moment. */
  readonly writer: string | null;
  /** What serves the database, as it calls itself: `Neo4j/5.26.30`, or `embedded`. */
  readonly server: string;
}

/** The schema of a database that outlives the versions of this program. */
export interface StoreSchema {
  /**
   * Looks without waiting and changes nothing.
   *
   * @throws AppError `store.version-unsupported`, `store.migration-missing`, `store.migration-changed`.
   */
  status(): Promise<SchemaStatus>;
  /** Waits for the writer to end, then applies what is pending; returns the ids of what was. */
  migrate(options: MaintenanceOptions): Promise<readonly string[]>;
}

/** How a reader works. */
export interface ReaderOptions {
  /**
   * Whether an engine in this process works in a thread of its own, so that opening and reading hold up nobody who
   * asks something else meanwhile. Default false: it is some 0.1 s sooner there.
   */
  readonly isApart?: boolean;
}

/** A place where a graph is kept. */
export interface Store {
  readonly url: string;
  readonly supports: StoreSupport;
  /** Null where the store keeps no files of its own. */
  readonly maintenance: StoreMaintenance | null;
  readonly schema: StoreSchema;
  /**
   * Opens the latest publication.
   *
   * @throws AppError `store.empty` when nothing was ever mapped into it.
   */
  openReader(options?: ReaderOptions): Promise<StoreReader>;
  /**
   * Opens the store for writing, waiting for another writer to end.
   *
   * @param onMessage - told in words what is waited for or mended.
   */
  openWriter(options: { onMessage: (message: string) => void; signal?: AbortSignal }): Promise<StoreWriter>;
  /** Runs a user's read-only Cypher, in a process of its own that is killed at the limits. */
  query(cypher: string, parameters: Parameters, options: UserQueryOptions): Promise<UserQueryResult>;
  /** Calls back when a new publication appears; returns how to stop. */
  watch(onPublication: (revision: number) => void): () => void;
}
