import type { Quote } from "../../src/model/quote.ts";
import { overlap } from "../../src/model/span.ts";
import { findQuotes } from "./find-quotes.ts";
import type { QuotingCorpus } from "./quoting-corpora.ts";

/** What became of the quotes of a corpus whose source is known. */
export interface QuotePosts {
  readonly posts: number;
  readonly seconds: number;
  /** Resolved to a span in the post that they are from. */
  readonly right: number;
  /** Resolved to the very words of an earlier post that the post quotes itself. */
  readonly quotedThere: number;
  /** Resolved to a span in another post. */
  readonly wrong: readonly Misplaced[];
  readonly unresolved: readonly Misplaced[];
  /** Quotes of the corpus that the importer did not bring, and so nothing could resolve. */
  readonly lost: number;
}

interface Misplaced {
  readonly post: string;
  readonly wanted: string;
  readonly found: string | null;
  readonly text: string;
}

/** Maps a corpus through the real pipeline and holds its quotes against the posts that they are from. */
export async function measureQuotePosts(corpus: QuotingCorpus): Promise<QuotePosts> {
  const started = performance.now();
  const found = await findQuotes(corpus.inputs);
  const seconds = (performance.now() - started) / 1000;
  const quotes = new Map<string, Quote[]>();
  for (const quote of found.quotes)
    quotes.set(quote.commentId, [...(quotes.get(quote.commentId) ?? []), quote]);
  return { posts: corpus.posts, seconds, ...compare(corpus, quotes) };
}

function compare(
  { expected }: QuotingCorpus,
  quotes: ReadonlyMap<string, readonly Quote[]>,
): Omit<QuotePosts, "posts" | "seconds"> {
  let [right, quotedThere, lost] = [0, 0, 0];
  const wrong: Misplaced[] = [];
  const unresolved: Misplaced[] = [];
  for (const { post, source, isOf, nth } of expected) {
    const own = (quotes.get(post) ?? []).filter(isOf).sort((a, b) => a.span.start - b.span.start);
    const found = own[nth];
    if (found === undefined) lost++;
    else if (found.source?.commentId === source) right++;
    else if ((quotes.get(source) ?? []).some((quote) => isSamePlace(quote.source, found.source)))
      quotedThere++;
    else {
      const place = { post, wanted: source, found: found.source?.commentId ?? null, text: found.text };
      (found.source === null ? unresolved : wrong).push(place);
    }
  }
  return { right, quotedThere, wrong, unresolved, lost };
}

function isSamePlace(a: Quote["source"], b: Quote["source"]): boolean {
  return a !== null && b !== null && a.commentId === b.commentId && overlap(a.span, b.span) > 0;
}

/** Prints the shares and some of the quotes that were missed. */
export function printQuotePosts(name: string, measured: QuotePosts, worst: number): void {
  const { posts, seconds, right, quotedThere, wrong, unresolved, lost } = measured;
  const total = right + quotedThere + wrong.length + unresolved.length + lost;
  const share = (count: number): string => (count / total).toFixed(4);
  console.log(`${name}: ${posts} posts, ${total} quotes whose post is known, ${seconds.toFixed(0)} s`);
  console.log(`  to the right post  ${share(right)}  ${right}`);
  console.log(`  to what it quotes  ${share(quotedThere)}  ${quotedThere}`);
  console.log(`  to another post    ${share(wrong.length)}  ${wrong.length}`);
  console.log(`  not resolved       ${share(unresolved.length)}  ${unresolved.length}`);
  console.log(`  not imported       ${share(lost)}  ${lost}`);
  for (const list of [wrong, unresolved])
    for (const one of list.slice(0, worst)) {
      const words = one.text.replaceAll(/\s+/gu, " ").slice(0, 100);
      console.log(`    ${one.post} from ${one.wanted}, ours ${one.found ?? "none"}: ${words}`);
    }
}
