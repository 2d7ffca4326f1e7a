/** Words that take a side, or that point and join, and say nothing of what the side is on. */
const bareWords: ReadonlySet<string> = new Set(
  `a absolutely accept accepted actually admit agree agreed agreement agrees all also am an and any are as at aye bad be been beg
  believe both but by can't cannot certainly claim clearly comment comments completely concede conceded concur consider contrary correct could
  course couldn't definitely deny differ disagree disagreed disagreement disagrees do does doesn't don't doubt doubtful enough entirely
  even exactly excellent extent fair false fine first for fully good got grant granted great guess hardly have he her here him his hmm how however i
  i'd i'll i'm i've in incorrect indeed interesting is isn't it it's its just last likewise logic made make makes maybe me might my nah
  nice no nonsense nope not objection of oh ok okay on one or part partly perhaps point points post precisely probably quite rather
  really reasonable regard respect respectfully right rubbish said same say second see seems sense she so some sorry spot still strongly
  suppose sure take tend than that that's the their them then there they they're thing think third this those to too totally
  true truth utterly very view was wasn't way we well were what whole why will with wouldn't wrong yeah yep yes you you'd you're
  you've your yours`.split(/\s+/u),
);
/** A longer statement says what it is about in some word or other. */
const mostWords = 10;

/**
 * Whether words take a side on something else and say nothing by themselves: "I doubt that.", "Exactly.",
 * "Good point."
 */
export function isBare(text: string): boolean {
  const words =
    text
      .slice(0, 200)
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];
  return words.length > 0 && words.length <= mostWords && words.every((word) => bareWords.has(word));
}
