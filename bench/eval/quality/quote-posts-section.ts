import type { QuotePosts } from "../quote-posts.ts";
import { command, type PageSection, share, table } from "./markdown.ts";

export const quotePostsTitle = "Marked quotes and the post that they are from";

export const quotePostsProse = `Quotes that a forum marks, and the post that each is from. What the forum itself says of the source is withheld where it is not part of the mark: in the Internet Argument Corpus
a quote is a span and no more, in Discourse its header names a post. The last three columns are mistakes. Of the Internet Argument Corpus, which has 1,538 threads, the first are taken.`;

/** A forum that was measured, with the words of its command after the name of the file. */
export interface MeasuredForum {
  readonly name: string;
  readonly file: string;
  readonly options: string;
  readonly measured: QuotePosts;
}

/** The section on quotes whose source is known. */
export function quotePostsSection(forums: readonly MeasuredForum[]): PageSection {
  const rows = forums.map(({ name, measured }) => {
    const { posts, right, quotedThere, wrong, unresolved, lost } = measured;
    const counts = [right, quotedThere, wrong.length, unresolved.length, lost];
    const total = counts.reduce((sum, count) => sum + count, 0);
    return [
      name,
      String(posts),
      String(total),
      ...counts.map((count) => `${share(count / total)} (${count})`),
    ];
  });
  return {
    title: quotePostsTitle,
    prose: quotePostsProse,
    body: [
      command(
        forums
          .map(({ file, options }) => `npm run eval -- quote-posts ../shared/corpora/${file}${options}`)
          .join("\n"),
      ),
      table(
        [
          "forum",
          "posts",
          "quotes",
          "right post",
          "what it quotes",
          "another post",
          "not resolved",
          "not imported",
        ],
        rows,
      ),
    ].join("\n\n"),
  };
}
