import type { Statement, Term } from "../../model/claim.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ProposedRelation, ProposedStance } from "../../model/extraction.ts";
import { compareStrings } from "../../model/id.ts";
import type { Span } from "../../model/span.ts";
import { normalForm } from "../../text/tokens.ts";
import type { ModelAnswer } from "./answer.ts";
import type { CommentQuestion } from "./comment-question.ts";
import { findPhrase } from "./find-phrase.ts";
import type { KeptAnswer } from "./kept-answer.ts";
import type { NumberedSentence } from "./number-sentences.ts";
import { leastProbability, probabilityOf } from "./probability.ts";
import type { VerifiedAnswer } from "./read-verification.ts";
import { unknownSpeaker } from "./speakers.ts";

/** What an answer says of a comment, in places of its text. */
export interface ReadAnswer {
  readonly statements: readonly Statement[];
  readonly terms: readonly Term[];
  readonly relations: readonly ProposedRelation[];
  readonly stances: readonly ProposedStance[];
  /** The model's reason for each relation, in the same order. */
  readonly reasons: readonly string[];
  /** What of the answer cannot be, item by item. The rest is used. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The method of relations that a model drew, of those that it looked at twice, and of those between the same
 * claim.
 */
const methodOfRelation = "model";
const methodOfVerified = "model-verified";
const methodOfSame = "model-same";
/** How likely two sentences state the same that a model says do: it is not asked how sure it is. */
const probabilityOfSame = 0.6;

/**
 * Turns the numbers of an answer into statements, terms and relations of the comment that was asked about.
 *
 * Whatever the answer says, statements, terms and the `from` ends of relations lie in that comment, and spans
 * are those of its sentences. An end of a relation is a claim, whether the answer calls it one or not.
 */
export function readAnswer(question: CommentQuestion, answer: VerifiedAnswer): ReadAnswer {
  const reader = new AnswerReader(question);
  for (const claim of answer.claims) reader.addClaim(claim);
  for (const { probability, ...relation } of answer.relations)
    reader.addRelation(relation, probability === undefined ? {} : { method: methodOfVerified, probability });
  for (const { a, b, why } of answer.same) reader.addSame(a, b, why);
  return reader.read(answer.concepts);
}

class AnswerReader {
  readonly #question: CommentQuestion;
  readonly #sentences: ReadonlyMap<number, NumberedSentence>;
  readonly #statements = new Map<number, Statement>();
  readonly #relations: ProposedRelation[] = [];
  readonly #stances: ProposedStance[] = [];
  readonly #reasons: string[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(question: CommentQuestion) {
    this.#question = question;
    const { own, groups } = question.numbered;
    const all = [...own, ...groups.flatMap(({ sentences }) => sentences)];
    this.#sentences = new Map(all.map((sentence) => [sentence.n, sentence]));
  }

  addClaim({ s, attribution, leadIn }: ModelAnswer["claims"][number]): void {
    const sentence = this.#sentences.get(s);
    if (!sentence || sentence.role === "context") {
      this.#refuse(`claim ${s}`, "the comment has no sentence of this number");
      return;
    }
    // The words are a claim where they were said first.
    if (sentence.role === "copy" || attribution === "reported") return;
    if (sentence.role === "own" && attribution === "quoted") {
      this.#refuse(`claim ${s}`, "nothing marks these words as somebody else's");
      return;
    }
    this.#state(sentence, leadIn);
  }

  addRelation(
    { from, to, why, kind, attack, agrees, confidence }: ModelAnswer["relations"][number],
    { method = methodOfRelation, probability: given }: { method?: string; probability?: number } = {},
  ): void {
    const name = `${from} ${kind} ${to}`;
    const source = this.#sentences.get(from);
    const named = this.#sentences.get(to);
    if (!source || !named) {
      this.#refuse(name, "a number is not of the request");
      return;
    }
    if (source.role === "context" || source.role === "copy") {
      this.#refuse(name, "it does not begin with the comment's own words");
      return;
    }
    const target = this.#original(to);
    if (!target) {
      this.#refuse(name, "the words quoted stand outside of what was shown");
      return;
    }
    const problem = problemOf(source, target, kind);
    if (problem !== null) {
      this.#refuse(name, problem);
      return;
    }
    const probability = given ?? probabilityOf(confidence, target.isEarlier);
    if (probability < leastProbability) return;
    this.#state(source, null);
    if (target.role !== "context") this.#state(target, null);
    this.#reasons.push(why);
    this.#relations.push({
      kind,
      attack: kind === "disagrees-with" ? (attack ?? "rebut") : null,
      from: source.place,
      to: target.place,
      confidence: probability,
      method,
      evidence: [source.place, target.place],
    });
    if (kind === "responds-to" && agrees && source.role === "own")
      this.#stances.push({ toward: target.place, stance: "for", evidence: source.place });
  }

  /**
   * Draws that two sentences state the same: as a refinement of one's own words, as agreement with another's.
   *
   * Their claims are not made one, because the claims of a sentence are common to all extractors.
   */
  addSame(a: number, b: number, why: string): void {
    const isEarlier = (n: number) => ["context", "copy"].includes(this.#sentences.get(n)?.role ?? "");
    const [from, to] = isEarlier(a) || (!isEarlier(b) && a < b) ? [b, a] : [a, b];
    const speaker = this.#sentences.get(from)?.by;
    const isSamePerson = speaker === this.#original(to)?.by && speaker !== unknownSpeaker;
    const kind = isSamePerson ? ("refines" as const) : ("responds-to" as const);
    const shared = { why, attack: null, confidence: 1 };
    const drawn = { method: methodOfSame, probability: probabilityOfSame };
    this.addRelation({ from, to, kind, agrees: !isSamePerson, ...shared }, drawn);
  }

  /** The sentence of a number, or that of which it is a copy. */
  #original(n: number): NumberedSentence | undefined {
    const sentence = this.#sentences.get(n);
    return sentence?.role === "copy" ? this.#sentences.get(sentence.copies[0] ?? 0) : sentence;
  }

  read(concepts: KeptAnswer["concepts"]): ReadAnswer {
    const statements = [...this.#statements.values()].sort((a, b) => a.span.start - b.span.start);
    return {
      statements,
      terms: this.#termsOf(concepts),
      relations: this.#relations,
      stances: this.#stances,
      reasons: this.#reasons,
      diagnostics: this.#diagnostics,
    };
  }

  #state(sentence: NumberedSentence, leadIn: number | null): void {
    if (this.#statements.has(sentence.n)) return;
    const { span, quoteId, leadIn: cut } = sentence.segment;
    const named = leadIn === null || leadIn >= sentence.n ? undefined : this.#sentences.get(leadIn);
    this.#statements.set(sentence.n, {
      span,
      leadIn: named === undefined || named.role === "context" ? cut : named.segment.span,
      quoteId,
    });
  }

  /** The phrases of each group under the longest of their normal forms, wherever their sentences hold them. */
  #termsOf(concepts: KeptAnswer["concepts"]): readonly Term[] {
    const taken = new Map<string, Term>();
    for (const group of concepts) {
      const known = group
        .map((term) => ({ ...term, key: normalForm(term.text) }))
        .filter(({ key }) => key !== "");
      if (known.length < group.length) this.#refuse("concept", "a number is of no term of the request");
      const [key = ""] = known
        .map((term) => term.key)
        .sort((a, b) => b.length - a.length || compareStrings(a, b));
      for (const term of known)
        for (const n of term.in)
          for (const span of this.#phrasesIn(n, term.key))
            if (!taken.has(`${span.start} ${span.end}`))
              taken.set(`${span.start} ${span.end}`, { key, span });
    }
    return [...taken.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  #phrasesIn(n: number, key: string): readonly Span[] {
    const sentence = this.#sentences.get(n);
    if (!sentence || sentence.role === "context") return [];
    return findPhrase(sentence.text, sentence.place.span.start, key);
  }

  #refuse(item: string, problem: string): void {
    const commentId = this.#question.numbered.own[0]?.place.commentId ?? "";
    this.#diagnostics.push({
      severity: "warning",
      code: "extraction.model-answer",
      message: `${commentId}: of the model's answer "${item}" is left out: ${problem}`,
      place: commentId,
      commentId,
      span: null,
    });
  }
}

/** Why a relation of this kind cannot join these sentences, or null. */
function problemOf(
  source: NumberedSentence,
  target: NumberedSentence,
  kind: ProposedRelation["kind"],
): string | null {
  if (source.n === target.n) return "it joins a sentence to itself";
  const isSamePerson = source.by === target.by && source.by !== unknownSpeaker;
  if ((kind === "refines" || kind === "supports") && !isSamePerson)
    return `${kind} joins words of one person`;
  if (kind === "responds-to" && isSamePerson) return "nobody responds to themselves";
  const isLater = target.role === "own" && target.n > source.n;
  if (kind !== "supports" && isLater) return "it runs to something said later";
  return null;
}
