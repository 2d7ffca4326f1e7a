const agreeing = new Set(
  "+1 thumbsup thumbs_up heart like hearts tada hooray rocket clap 100 white_check_mark heavy_check_mark ok_hand raised_hands muscle star fire pray heart_eyes two_hearts partying_face".split(
    " ",
  ),
);
const disagreeing = new Set("-1 thumbsdown thumbs_down x no_entry no_good dislike downvote".split(" "));

/**
 * Whether people press an emoji to agree (1) or to disagree (-1); 0 where it says neither.
 *
 * Laughter, surprise, eyes and GitHub's "confused" are neither: they are used both ways. Names as Discourse and
 * GitHub write them (`+1`, `thumbs_up`, `THUMBS_UP`).
 */
export function emojiSign(name: string): -1 | 0 | 1 {
  const plain = name.replace(/^:|:$/gu, "").toLowerCase();
  return agreeing.has(plain) ? 1 : disagreeing.has(plain) ? -1 : 0;
}
