import { followsLongGap, type RawBlock } from "./blocks.ts";

/** Lines that say who wrote when, or where: they can only stand between comments. */
const metadata = [
  /^.{1,60} \| \d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}.{0,20} \| #\d+$/u,
  /^https?:\/\/\S+(?:comment|#c?\d)\S*$/iu,
  /^-?\d+ points? by .{1,60}$/iu,
  /^#{1,3} (?=.{0,80}$).*(?:\bcomment\b|\breply\b|\b\d{4}-\d{2}-\d{2}\b)/iu,
];
/** Lines drawn between comments, but also inside them. */
const rule = /^(?:[-_*=~—–](?:[^\S\n]?)){3,}$/u;
/** Share of paragraphs behind long gaps from which these are the page's way to set any paragraph apart. */
const mostLongGaps = 0.75;

/** Blocks without separating lines, and where comments begin when separators say so. */
export interface Separated {
  readonly blocks: readonly RawBlock[];
  /** Indexes of the blocks that follow a separator; null when the dump has none that can be trusted. */
  readonly starts: readonly number[] | null;
}

/**
 * Finds explicit separators. Of the kinds found the surest counts: lines of metadata, then drawn rules, then gaps of
 * three blank lines where other paragraphs stand nearer. One rule may stand inside a comment, so two are asked for,
 * and four on a profile page, which lists ten comments.
 */
export function findSeparators(
  blocks: readonly RawBlock[],
  { isProfile }: { readonly isProfile: boolean },
): Separated {
  const leastRules = isProfile ? 4 : 2;
  const areGapsTelling = doGapsTell(blocks);
  const kept: RawBlock[] = [];
  const afterMetadata = new Set<number>();
  const afterRule = new Set<number>();
  const afterGap = new Set<number>();
  for (const block of blocks) {
    if (!block.isList && metadata.some((pattern) => pattern.test(block.text))) afterMetadata.add(kept.length);
    else if (rule.test(block.text)) afterRule.add(kept.length);
    else {
      if (followsLongGap(block) && areGapsTelling && kept.length > 0) afterGap.add(kept.length);
      kept.push(block);
    }
  }
  const isUsable = (starts: ReadonlySet<number>, least: number): boolean =>
    [...starts].filter((start) => start > 0 && start < kept.length).length >= least;
  const chosen = isUsable(afterMetadata, 1)
    ? afterMetadata
    : isUsable(afterRule, leastRules)
      ? afterRule
      : isUsable(afterGap, leastRules)
        ? afterGap
        : null;
  if (chosen === null) return { blocks: kept, starts: null };
  const starts = [...new Set([0, ...chosen])].filter((start) => start < kept.length).sort((a, b) => a - b);
  return { blocks: kept, starts };
}

/** Whether blank lines set comments apart: where nearly all paragraphs are far from each other, they do not. */
function doGapsTell(blocks: readonly RawBlock[]): boolean {
  return blocks.filter(followsLongGap).length <= (blocks.length - 1) * mostLongGaps;
}
