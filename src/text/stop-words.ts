/** English words that carry grammar and no content. Contractions stand with straight apostrophes. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against ain't all also although always am an and any anyone anything are aren't as at
  be because been before being below between both but by
  can can't cannot could couldn't
  did didn't do does doesn't doing don't done down dunno during
  each either else etc even ever every everyone everything
  few for from further
  get gets getting go goes going gonna got
  had hadn't has hasn't have haven't having he he'd he'll he's hence her here here's hers herself him himself his how however
  i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll it's its itself
  just
  kinda
  lets let's like
  made make makes many may maybe me might more most much must mustn't my myself
  neither no nobody none nor not nothing now
  of off oh ok okay on once one one's only onto or other others our ours ourselves out over own
  per perhaps please
  quite
  rather really
  same say says see seem seems shall she she'd she'll she's should shouldn't since so some somebody someone something sorta still such sure
  than that that'd that'll that's the their theirs them themselves then there there's therefore these they they'd they'll they're they've thing things this those though through thus to too toward towards
  under until up upon us
  very via
  was wasn't we we'd we'll we're we've well were weren't what what's whatever when where whereas whether which while who who's whoever whom whose why will with within without won't would wouldn't
  yeah yes yet you you'd you'll you're you've your yours yourself yourselves`.split(/\s+/),
);
