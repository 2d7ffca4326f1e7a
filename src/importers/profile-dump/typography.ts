/** How many quotation marks and apostrophes of either form a text has. */
export interface Habit {
  readonly curly: number;
  readonly straight: number;
}

/** Fewer marks in a feed show no habit. */
const fewestMarks = 8;
/** A habit is at least so large a share of one form. */
const leastShare = 0.75;

/** The typographic habit of a feed, which tells the writer's own words from pasted ones. */
export function habitOf(texts: readonly { readonly text: string }[]): Habit {
  return texts
    .map(({ text }) => marksOf(text))
    .reduce((sum, marks) => ({ curly: sum.curly + marks.curly, straight: sum.straight + marks.straight }), {
      curly: 0,
      straight: 0,
    });
}

/** Whether a text is typed as the feed's habit is; null where either shows too little. */
export function isHabitual(text: string, { curly, straight }: Habit): boolean | null {
  const own = marksOf(text);
  const share = curly / (curly + straight);
  if (own.curly + own.straight === 0 || curly + straight < fewestMarks) return null;
  if (share > 1 - leastShare && share < leastShare) return null;
  const [usual, unusual] = share >= leastShare ? [own.curly, own.straight] : [own.straight, own.curly];
  if (usual === 0) return false;
  return unusual === 0 ? true : null;
}

function marksOf(text: string): Habit {
  return {
    curly: text.match(/[‘’“”]/gu)?.length ?? 0,
    straight: text.match(/["']/gu)?.length ?? 0,
  };
}
