import type { AppError } from "../../errors.ts";
import type { Statement, Term } from "../../model/claim.ts";
import { type Extraction, type ExtractionContext, nothingFound } from "../../model/extraction.ts";
import type { GlossaryEntry } from "../../model/glossary.ts";
import type { SegmentedComment } from "../../model/segment.ts";
import type { Place } from "../../model/span.ts";
import type { Extractor, WaitingComment } from "../extractor.ts";
import { foreignExtraction, ownText } from "../foreign-language.ts";
import { detectLanguage } from "../rules/language.ts";
import { findTerms } from "../rules/terms/find-terms.ts";
import { buildGlossaryMatcher } from "../rules/terms/glossary-matcher.ts";
import { loadTagger } from "../rules/terms/tagger.ts";
import { Answers } from "./answers.ts";
import { type CommentQuestion, questionsOf } from "./comment-question.ts";
import { LeftComments } from "./left-comments.ts";
import { type ModelOptions, usualParallel } from "./model-options.ts";
import { probabilityVersion } from "./probability.ts";
import { promptVersion } from "./prompt.ts";
import { type ReadAnswer, readAnswer } from "./read-answer.ts";
import { type Looked, lookTwice } from "./second-pass.ts";
import { sideBySide } from "./side-by-side.ts";
import { verifyPromptVersion } from "./verify-prompt.ts";

/** Asks a model about each comment and reads its answers. */
export class ModelExtractor implements Extractor {
  readonly id = "llm";
  readonly version: string;
  readonly ancestorComments = 6;
  readonly earlierComments = 8;
  readonly passesOverMaps = true;
  readonly #options: ModelOptions;
  readonly #findTerms: (comment: SegmentedComment, context: ExtractionContext) => readonly Term[];
  readonly #answers: Answers;
  /** Relations less likely than this are asked about a second time; null where none is. */
  readonly #below: number | null;
  /** Comments without an answer. What relates to them waits with them, or the relation would be lost. */
  readonly #left = new LeftComments();

  private constructor(
    options: ModelOptions,
    termsOf: (comment: SegmentedComment, context: ExtractionContext) => readonly Term[],
  ) {
    this.#options = options;
    this.#findTerms = termsOf;
    this.#answers = new Answers(options);
    this.#below = options.verify?.below ?? null;
    const look = this.#below === null ? "" : ` ${verifyPromptVersion} ${this.#below}`;
    this.version = `${promptVersion}.${probabilityVersion} ${options.name}${look}`;
  }

  static async load(glossary: readonly GlossaryEntry[], options: ModelOptions): Promise<ModelExtractor> {
    const tag = await loadTagger();
    const match = buildGlossaryMatcher(glossary);
    return new ModelExtractor(options, (comment, context) => findTerms(comment, context, tag, match));
  }

  /** Why the run stopped asking before everything was asked; null when it did not. */
  get problem(): AppError | null {
    return this.#answers.problem;
  }

  /** What a model is asked about a comment; nothing about one in another language than English. */
  questionsOf(comment: SegmentedComment, context: ExtractionContext): readonly CommentQuestion[] {
    if (foreignLanguage(comment) !== null) return [];
    return questionsOf(comment, context, this.#findTerms(comment, context), this.#options.name);
  }

  /** Gets the answers to all that waits, several at once. */
  async *prepare(waiting: AsyncIterable<WaitingComment>): AsyncGenerator<number> {
    let done = 0;
    const { parallel = usualParallel, onReport } = this.#options;
    for await (const _ of sideBySide(waiting, parallel, (one) => this.#ask(one))) yield ++done;
    onReport?.(this.#answers.report, this.problem);
  }

  async extract(comment: SegmentedComment, context: ExtractionContext): Promise<Extraction> {
    const foreign = foreignLanguage(comment);
    if (foreign !== null) return foreignExtraction(comment, foreign);
    const questions = this.questionsOf(comment, context);
    const answers: ReadAnswer[] = [];
    for (const question of questions) {
      const looked = await this.#look(question);
      if (looked.answer === null)
        return this.#waiting(comment, this.#answers.reasonOf(looked.missing.request.id));
      const read = readAnswer(question, looked.answer);
      answers.push({ ...read, diagnostics: [...looked.diagnostics, ...read.diagnostics] });
    }
    return this.#joined(comment, context, answers);
  }

  async #ask({ comment, context }: WaitingComment): Promise<void> {
    for (const question of this.questionsOf(comment, context)) await this.#look(question);
  }

  async #look(question: CommentQuestion): Promise<Looked> {
    return await lookTwice(question, (one) => this.#answers.of(one), this.#below);
  }

  /**
   * The answers to a comment's windows as one.
   *
   * A relation that ends on a sentence of another comment which is no claim there is left out: the answer
   * about one comment changes nothing in another, whatever words stand in it.
   */
  #joined(comment: SegmentedComment, context: ExtractionContext, answers: readonly ReadAnswer[]): Extraction {
    const statements = new Map<number, Statement>();
    for (const statement of answers.flatMap((one) => one.statements))
      statements.set(statement.span.start, statement);
    // A sentence of the window before is a claim when a relation of this window ends on it.
    const relations = answers.flatMap((one) => one.relations);
    const own = new Map(comment.segments.map((segment) => [segment.span.start, segment]));
    for (const { to } of relations) {
      const segment = to.commentId === comment.id ? own.get(to.span.start) : undefined;
      if (segment && !statements.has(to.span.start))
        statements.set(to.span.start, { span: to.span, leadIn: segment.leadIn, quoteId: segment.quoteId });
    }
    const contexts = contextsOf(context);
    const said = statedPlaces([{ ...comment, statements: [...statements.values()] }, ...contexts]);
    const isStated = (place: Place) => said.has(placeKey(place));
    const kept = relations.filter(({ to }) => isStated(to));
    const lost = relations.filter(({ to }) => !isStated(to));
    const awaited = contexts.find(
      (one) => lost.some(({ to }) => to.commentId === one.id) && this.#left.mayHold(one),
    );
    if (awaited) return this.#waiting(comment, `it answers ${awaited.id}, which waits too`);
    return {
      language: detectLanguage(ownText(comment)),
      statements: [...statements.values()].sort((a, b) => a.span.start - b.span.start),
      terms: answers.flatMap((one) => one.terms),
      relations: kept,
      stances: answers.flatMap((one) => one.stances).filter(({ toward }) => isStated(toward)),
      diagnostics: [...answers.flatMap((one) => one.diagnostics), ...lostNote(comment, lost.length)],
    };
  }

  #waiting({ id }: SegmentedComment, reason: string): Extraction {
    this.#left.add(id);
    return {
      ...nothingFound,
      isWaiting: true,
      diagnostics: [
        {
          severity: "warning",
          code: "extraction.model-waiting",
          message: `${id} waits for an answer: ${reason}`,
          place: id,
          commentId: id,
          span: null,
        },
      ],
    };
  }
}

function foreignLanguage(comment: SegmentedComment): string | null {
  const language = detectLanguage(ownText(comment));
  return language === "en" ? null : language;
}

function contextsOf({ ancestors, quoted, earlier = [] }: ExtractionContext) {
  return [...ancestors, ...quoted, ...earlier];
}

type Stating = Pick<SegmentedComment, "id" | "version"> & { readonly statements: readonly Statement[] };

/** Where these comments state something. */
function statedPlaces(comments: readonly Stating[]): ReadonlySet<string> {
  return new Set(
    comments.flatMap(({ id, version, statements }) =>
      statements.map(({ span }) => placeKey({ commentId: id, version, span })),
    ),
  );
}

function placeKey({ commentId, version, span }: Place): string {
  return `${commentId} ${version} ${span.start} ${span.end}`;
}

/** How many relations end on sentences of other comments that are no claims there. */
function lostNote({ id }: SegmentedComment, lost: number): Extraction["diagnostics"] {
  if (lost === 0) return [];
  const relations = lost === 1 ? "1 relation ends" : `${lost} relations end`;
  return [
    {
      severity: "note",
      code: "extraction.model-answer",
      message: `${id}: ${relations} on sentences of other comments that are no claims there`,
      place: id,
      commentId: id,
      span: null,
    },
  ];
}
