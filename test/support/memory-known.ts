import type { Change, CommentTerms, Extracted, Write } from "../../src/model/change.ts";
import type { Claim, Concept, Correction, Locution, Mention, Stance } from "../../src/model/claim.ts";
import type { Author, Comment, Source, Thread, Version } from "../../src/model/comment.ts";
import { byId, compareStrings } from "../../src/model/id.ts";
import type { Known, PendingComment, StoreCounts, UnmarkedComment } from "../../src/model/known.ts";
import { type Layer, layerOf } from "../../src/model/layer.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { Relation } from "../../src/model/relation.ts";

/**
 * A store's contents in plain maps: the simplest thing that keeps the promises of `Known` and `Change`.
 *
 * The pipeline is tested on it without an engine, and the engines are held against it.
 */
export class MemoryKnown implements Known {
  readonly sourceMap = new Map<string, Source>();
  readonly authorMap = new Map<string, Author>();
  readonly threadMap = new Map<string, Thread>();
  readonly commentMap = new Map<string, Comment>();
  readonly versionMap = new Map<string, Version>();
  readonly paragraphMap = new Map<string, readonly string[]>();
  readonly quoteMap = new Map<string, Quote>();
  readonly claimMap = new Map<string, Claim>();
  readonly locutionMap = new Map<string, Locution>();
  readonly relationMap = new Map<string, Relation>();
  readonly stanceMap = new Map<string, Stance>();
  readonly termMap = new Map<string, CommentTerms>();
  readonly extractedMap = new Map<string, Extracted>();
  readonly conceptMap = new Map<string, Concept>();
  readonly mentionMap = new Map<string, Mention>();
  readonly aboutMap = new Map<string, readonly string[]>();
  readonly correctionMap = new Map<string, Correction>();
  readonly layerMap = new Map<string, Layer>();

  apply(change: Change): void {
    for (const write of change.writes) this.#write(write);
  }

  #write(write: Write): void {
    switch (write.write) {
      case "save-sources":
        save(this.sourceMap, write.rows);
        break;
      case "save-authors":
        save(this.authorMap, write.rows);
        break;
      case "save-threads":
        save(this.threadMap, write.rows);
        break;
      case "save-comments":
        save(this.commentMap, write.rows);
        break;
      case "save-versions":
        for (const row of write.rows) this.versionMap.set(`${row.commentId} ${row.id}`, row);
        break;
      case "save-paragraphs":
        for (const { commentId, keys } of write.rows)
          this.paragraphMap.set(commentId, [
            ...new Set([...(this.paragraphMap.get(commentId) ?? []), ...keys]),
          ]);
        break;
      case "save-quotes":
        save(this.quoteMap, write.rows);
        break;
      case "save-claims":
        save(this.claimMap, write.rows);
        break;
      case "save-locutions":
        for (const row of write.rows) {
          if (!this.commentMap.has(row.commentId)) throw new Error(`no comment ${row.commentId}`);
          if (!this.claimMap.has(row.claimId)) throw new Error(`no claim ${row.claimId}`);
        }
        for (const { id, claimId } of write.rows) this.#moveRelations(id, claimId);
        save(this.locutionMap, write.rows);
        break;
      case "save-relations":
        for (const { from, to } of write.rows)
          if (!this.locutionMap.has(from) || !this.locutionMap.has(to))
            throw new Error(`no ends ${from} ${to}`);
        save(this.relationMap, write.rows);
        break;
      case "save-stances":
        save(this.stanceMap, write.rows);
        break;
      case "save-corrections":
        save(this.correctionMap, write.rows);
        break;
      case "save-concepts":
        save(this.conceptMap, write.rows);
        break;
      case "save-mentions":
        save(this.mentionMap, write.rows);
        break;
      case "save-terms":
        for (const row of write.rows) this.termMap.set(row.commentId, row);
        break;
      case "save-extracted":
        for (const row of write.rows) this.extractedMap.set(row.commentId, row);
        break;
      case "save-layers":
        save(this.layerMap, write.rows);
        break;
      case "save-abouts":
        for (const { claimId, conceptIds } of write.rows) this.aboutMap.set(claimId, conceptIds);
        break;
      case "forget-extracted":
        for (const { commentId } of write.rows) {
          const before = this.extractedMap.get(commentId);
          const fingerprints = before?.fingerprints.map((one) => `${layerOf(one)}@`) ?? [];
          if (before) this.extractedMap.set(commentId, { ...before, fingerprints });
        }
        break;
      case "remove-quotes":
        for (const { commentId } of write.rows) drop(this.quoteMap, (quote) => quote.commentId === commentId);
        break;
      case "remove-extractions":
        for (const { commentId } of write.rows) this.#removeExtraction(commentId);
        return;
      case "mark-layer":
        for (const { commentId, extractor } of write.rows) this.#markLayer(commentId, extractor);
        return;
      case "remove-layer":
        for (const { commentId, extractor } of write.rows) this.#removeLayer(commentId, extractor);
        return;
      case "remove-relations":
        for (const { id } of write.rows) this.relationMap.delete(id);
        return;
      case "remove-stances":
        for (const { id } of write.rows) this.stanceMap.delete(id);
        return;
      case "remove-claims":
        this.#removeUnstated(new Set(write.rows.map(({ id }) => id)));
        return;
      case "remove-mentions":
        for (const { id } of write.rows) this.mentionMap.delete(id);
        return;
      case "remove-corrections":
        for (const { id } of write.rows) this.correctionMap.delete(id);
        return;
      case "remove-versions":
        for (const { commentId, id } of write.rows) this.versionMap.delete(`${commentId} ${id}`);
        return;
      case "remove-paragraphs":
        for (const { commentId } of write.rows) this.paragraphMap.delete(commentId);
        return;
      case "remove-comments":
        for (const { id } of write.rows) {
          this.commentMap.delete(id);
          this.extractedMap.delete(id);
          drop(this.versionMap, ({ commentId }) => commentId === id);
        }
        return;
      case "remove-threads":
        for (const { id } of write.rows) this.threadMap.delete(id);
        return;
      case "remove-authors":
        for (const { id } of write.rows) {
          this.authorMap.delete(id);
          drop(this.stanceMap, ({ authorId }) => authorId === id);
          drop(
            this.correctionMap,
            ({ target, value }) => target.kind === "author" && (target.id === id || value === id),
          );
        }
        return;
      case "remove-sources":
        for (const { id } of write.rows) this.sourceMap.delete(id);
        return;
      case "remove-concepts":
        for (const { id } of write.rows) {
          this.conceptMap.delete(id);
          drop(this.mentionMap, ({ conceptId }) => conceptId === id);
          for (const [claimId, ids] of this.aboutMap)
            this.aboutMap.set(
              claimId,
              ids.filter((one) => one !== id),
            );
        }
    }
  }

  #removeExtraction(commentId: string): void {
    const gone = new Set(
      [...this.locutionMap.values()].filter((one) => one.commentId === commentId).map(({ id }) => id),
    );
    const claims = new Set([...gone].flatMap((id) => this.locutionMap.get(id)?.claimId ?? []));
    for (const id of gone) this.locutionMap.delete(id);
    drop(this.relationMap, ({ from, to }) => gone.has(from) || gone.has(to));
    drop(this.stanceMap, ({ evidence }) => evidence !== null && gone.has(evidence));
    drop(this.mentionMap, (mention) => mention.commentId === commentId);
    this.termMap.delete(commentId);
    this.#removeUnstated(claims);
  }

  #moveRelations(locution: string, claimId: string): void {
    for (const [id, relation] of this.relationMap) {
      const fromClaim = relation.from === locution ? claimId : relation.fromClaim;
      const toClaim = relation.to === locution ? claimId : relation.toClaim;
      if (fromClaim !== relation.fromClaim || toClaim !== relation.toClaim)
        this.relationMap.set(id, { ...relation, fromClaim, toClaim });
    }
  }

  #markLayer(commentId: string, extractor: string): void {
    for (const locution of this.locutionMap.values()) {
      if (locution.commentId !== commentId || locution.extractors !== undefined) continue;
      this.locutionMap.set(locution.id, { ...locution, extractors: [extractor] });
      for (const stance of this.stanceMap.values())
        if (stance.evidence === locution.id && stance.extractor === undefined && stance.method !== "human")
          this.stanceMap.set(stance.id, { ...stance, extractor });
    }
  }

  #removeLayer(commentId: string, extractor: string): void {
    const own = [...this.locutionMap.values()].filter((one) => one.commentId === commentId);
    const ids = new Set(own.map(({ id }) => id));
    drop(
      this.relationMap,
      (one) =>
        (one.extractor === extractor || one.method === "correction") &&
        (ids.has(one.from) || ids.has(one.to)),
    );
    drop(
      this.stanceMap,
      (one) =>
        (one.extractor === extractor || one.method === "human") &&
        one.evidence !== null &&
        ids.has(one.evidence),
    );
    drop(this.mentionMap, (mention) => mention.commentId === commentId);
    this.termMap.delete(commentId);
    const relations = [...this.relationMap.values()];
    for (const { extractors, ...locution } of own) {
      const others = (extractors ?? []).filter((one) => one !== extractor);
      if (extractors === undefined || others.length === extractors.length) continue;
      const { id } = locution;
      const isHeld = relations.some(({ from, to }) => from === id || to === id);
      if (others.length === 0 && !isHeld) this.locutionMap.delete(id);
      else this.locutionMap.set(id, others.length === 0 ? locution : { ...locution, extractors: others });
    }
    this.#removeUnstated(new Set(own.map(({ claimId }) => claimId)));
  }

  #removeUnstated(claims: ReadonlySet<string>): void {
    const stated = new Set([...this.locutionMap.values()].map(({ claimId }) => claimId));
    for (const id of claims) {
      if (stated.has(id)) continue;
      this.claimMap.delete(id);
      this.aboutMap.delete(id);
      drop(this.stanceMap, ({ target }) => target.kind === "claim" && target.id === id);
    }
  }

  async counts(): Promise<StoreCounts> {
    const seqs = [...this.commentMap.values()].map(({ seq }) => seq);
    return {
      sources: this.sourceMap.size,
      comments: this.commentMap.size,
      nextSeq: Math.max(-1, ...seqs) + 1,
    };
  }
  async sources(): Promise<readonly Source[]> {
    return [...this.sourceMap.values()].sort((a, b) => a.rank - b.rank || byId(a, b));
  }
  async authors(ids: readonly string[]): Promise<readonly Author[]> {
    return ids.flatMap((id) => this.authorMap.get(id) ?? []);
  }
  async comments(ids: readonly string[]): Promise<readonly Comment[]> {
    return ids.flatMap((id) => this.commentMap.get(id) ?? []);
  }
  async existing(
    kind: "claims" | "locutions" | "concepts" | "threads",
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const maps = {
      claims: this.claimMap,
      locutions: this.locutionMap,
      concepts: this.conceptMap,
      threads: this.threadMap,
    };
    return new Set(ids.filter((id) => maps[kind].has(id)));
  }
  async versions(commentIds: readonly string[]): Promise<readonly Version[]> {
    return among(this.versionMap, commentIds, ({ commentId }) => commentId);
  }
  async children(ids: readonly string[]): Promise<readonly string[]> {
    const answering = among(this.commentMap, ids, ({ parentId }) => parentId).map(({ id }) => id);
    const quoting = among(this.quoteMap, ids, ({ source }) => source?.commentId ?? null);
    return [...new Set([...answering, ...quoting.map(({ commentId }) => commentId)])].sort(compareStrings);
  }
  async paragraphs(keys: readonly string[]): Promise<readonly { key: string; commentId: string }[]> {
    const wanted = new Set(keys);
    return [...this.paragraphMap].flatMap(([commentId, own]) =>
      own.filter((key) => wanted.has(key)).map((key) => ({ key, commentId })),
    );
  }
  async thread(
    threadId: string,
    { createdAt, seq }: { createdAt: string | null; seq: number },
    limit: number,
  ): Promise<readonly Comment[]> {
    const isBefore = (one: Comment) =>
      createdAt !== null && one.createdAt !== null && one.createdAt !== createdAt
        ? one.createdAt < createdAt
        : one.seq < seq;
    return [...this.commentMap.values()]
      .filter((one) => one.threadId === threadId && one.status === "live" && isBefore(one))
      .sort((a, b) => compareStrings(b.createdAt ?? "", a.createdAt ?? "") || b.seq - a.seq)
      .slice(0, limit);
  }
  async quotes(commentIds: readonly string[]): Promise<readonly Quote[]> {
    return among(this.quoteMap, commentIds, ({ commentId }) => commentId);
  }
  async locutions(commentIds: readonly string[]): Promise<readonly Locution[]> {
    return among(this.locutionMap, commentIds, ({ commentId }) => commentId).sort(byId);
  }
  async *claims(): AsyncIterable<Claim> {
    yield* [...this.claimMap.values()].sort(byId);
  }
  async stancesOn(claimIds: readonly string[]): Promise<readonly Stance[]> {
    return among(this.stanceMap, claimIds, ({ target }) => (target.kind === "claim" ? target.id : null)).sort(
      byId,
    );
  }
  async claimsById(ids: readonly string[]): Promise<readonly Claim[]> {
    return [...new Set(ids)].flatMap((id) => this.claimMap.get(id) ?? []);
  }

  async claimsByKey(keys: readonly string[]): Promise<readonly Claim[]> {
    return among(this.claimMap, keys, ({ key }) => key).sort(byId);
  }
  async opponents(claimIds: readonly string[]): Promise<readonly { claimId: string; opponentId: string }[]> {
    const attacks = [...this.relationMap.values()].filter(({ kind }) => kind === "disagrees-with");
    return claimIds.flatMap((claimId) =>
      attacks.flatMap(({ fromClaim, toClaim }) => [
        ...(fromClaim === claimId ? [{ claimId, opponentId: toClaim }] : []),
        ...(toClaim === claimId ? [{ claimId, opponentId: fromClaim }] : []),
      ]),
    );
  }
  async relations(commentIds: readonly string[]): Promise<readonly Relation[]> {
    const own = new Set((await this.locutions(commentIds)).map(({ id }) => id));
    return [...this.relationMap.values()].filter(({ from, to }) => own.has(from) || own.has(to)).sort(byId);
  }
  async extracted(commentIds: readonly string[]): Promise<readonly Extracted[]> {
    return commentIds.flatMap((id) => this.extractedMap.get(id) ?? []);
  }
  async termsOf(commentIds: readonly string[]): Promise<readonly CommentTerms[]> {
    return commentIds.flatMap((id) => this.termMap.get(id) ?? []);
  }
  async *unmarked(): AsyncIterable<UnmarkedComment> {
    const unmarked = [...this.locutionMap.values()].filter(({ extractors }) => extractors === undefined);
    for (const commentId of distinct(unmarked.map((one) => one.commentId))) {
      const source = this.commentMap.get(commentId)?.order.source ?? "";
      yield { commentId, source, fingerprints: this.extractedMap.get(commentId)?.fingerprints ?? [] };
    }
  }
  async layers(): Promise<readonly Layer[]> {
    return [...this.layerMap.values()].sort(byId);
  }
  async isRead(fingerprint: string): Promise<boolean> {
    return [...this.extractedMap.values()].some(({ fingerprints }) => fingerprints.includes(fingerprint));
  }
  async pending(fingerprint: string, afterSeq: number, limit: number): Promise<readonly PendingComment[]> {
    return [...this.commentMap.values()]
      .filter(
        ({ id, seq, status }) =>
          status !== "stub" &&
          seq > afterSeq &&
          !this.extractedMap.get(id)?.fingerprints.includes(fingerprint),
      )
      .sort((a, b) => a.seq - b.seq)
      .slice(0, limit)
      .map(({ id, seq, parentId }) => ({ id, seq, parentId }));
  }
  async *timeline(authorIds: readonly string[]): AsyncIterable<Comment> {
    const rank = (comment: Comment) => this.sourceMap.get(comment.order.source)?.rank ?? 0;
    yield* [...this.commentMap.values()]
      .filter(({ authorId }) => authorId !== null && authorIds.includes(authorId))
      .sort(
        (a, b) =>
          compareStrings(a.createdAt ?? "\uffff", b.createdAt ?? "\uffff") ||
          rank(a) - rank(b) ||
          a.order.index - b.order.index,
      );
  }
  async authorIds(): Promise<readonly string[]> {
    return [...this.authorMap.keys()].sort(compareStrings);
  }
  async *terms(): AsyncIterable<CommentTerms & { version: string; text: string }> {
    for (const comment of [...this.commentMap.values()].sort((a, b) => a.seq - b.seq)) {
      const terms = this.termMap.get(comment.id);
      if (terms) yield { ...terms, version: comment.version, text: comment.text };
    }
  }
  async concepts(): Promise<readonly Concept[]> {
    return [...this.conceptMap.values()].sort(byId);
  }
  async mentions(commentIds: readonly string[]): Promise<readonly Mention[]> {
    return among(this.mentionMap, commentIds, ({ commentId }) => commentId).sort(byId);
  }
  async abouts(
    claimIds: readonly string[],
  ): Promise<readonly { claimId: string; conceptIds: readonly string[] }[]> {
    return claimIds.map((claimId) => ({
      claimId,
      conceptIds: [...(this.aboutMap.get(claimId) ?? [])].sort(compareStrings),
    }));
  }
  async commentsOfSource(sourceId: string): Promise<readonly string[]> {
    const first = [...this.commentMap.values()].filter(({ order }) => order.source === sourceId);
    const texts = [...this.versionMap.values()].filter(({ origin, alsoIn = [] }) =>
      [origin, ...alsoIn].some((one) => one?.sourceId === sourceId),
    );
    return distinct([...first.map(({ id }) => id), ...texts.map(({ commentId }) => commentId)]);
  }
  async commentsNaming({ id, name }: Author): Promise<readonly string[]> {
    const quotes = [...this.quoteMap.values()].filter(
      ({ speaker, speakerName }) => speaker === id || speakerName === name,
    );
    const reacted = [...this.commentMap.values()].filter(({ reactions }) =>
      reactions.some(({ by }) => by === id),
    );
    return distinct([...quotes.map(({ commentId }) => commentId), ...reacted.map((one) => one.id)]);
  }
  async relating(commentIds: readonly string[]): Promise<readonly string[]> {
    const own = new Set((await this.locutions(commentIds)).map(({ id }) => id));
    const ending = [...this.relationMap.values()].filter(({ to }) => own.has(to));
    return distinct(ending.flatMap(({ from }) => this.locutionMap.get(from)?.commentId ?? []));
  }
  async locutionsById(ids: readonly string[]): Promise<readonly Locution[]> {
    return [...new Set(ids)].flatMap((id) => this.locutionMap.get(id) ?? []);
  }
  async stating(claimIds: readonly string[]): Promise<readonly Locution[]> {
    return among(this.locutionMap, claimIds, ({ claimId }) => claimId).sort(byId);
  }
  async corrections(targetIds: readonly string[]): Promise<readonly Correction[]> {
    return among(this.correctionMap, targetIds, ({ target }) => target.id).sort(byId);
  }
  async allCorrections(): Promise<readonly Correction[]> {
    return [...this.correctionMap.values()].sort(byId);
  }
  async activeAuthors(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const active = new Set([
      ...[...this.commentMap.values()].map(({ authorId }) => authorId),
      ...[...this.locutionMap.values()].map(({ speaker }) => speaker),
      ...[...this.stanceMap.values()].map(({ authorId }) => authorId),
    ]);
    return new Set(ids.filter((id) => active.has(id)));
  }
  async filledThreads(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const filled = new Set([...this.commentMap.values()].map(({ threadId }) => threadId));
    return new Set(ids.filter((id) => filled.has(id)));
  }
}

function save<Row extends { readonly id: string }>(map: Map<string, Row>, rows: readonly Row[]): void {
  for (const row of rows) map.set(row.id, row);
}

function drop<Row>(map: Map<string, Row>, isGone: (row: Row) => boolean): void {
  for (const [key, row] of map) if (isGone(row)) map.delete(key);
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort(compareStrings);
}

/** The rows whose key is one of `keys`, in the order of the keys. */
function among<Row>(
  map: Map<string, Row>,
  keys: readonly string[],
  keyOf: (row: Row) => string | null,
): Row[] {
  return keys.flatMap((key) => [...map.values()].filter((row) => keyOf(row) === key));
}
