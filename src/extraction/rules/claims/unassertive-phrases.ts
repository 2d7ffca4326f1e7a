import type { PhraseGroup } from "./lexicon.ts";
import { phraseGroup } from "./phrase-group.ts";

/** Signs that a sentence does something else than to put a claim forward. */
export const unassertivePhrases: readonly PhraseGroup[] = [
  phraseGroup(
    "thanks",
    `thanks|thank you|thx|many thanks|cheers|much appreciated|i appreciate your|i appreciate you|appreciated|kudos|congrats|congratulations|welcome
    |hi|hello|hey|dear|good luck|best wishes|have a nice|have a good|hope that helps|hope this helps|happy to|nice to meet|looking forward`,
    { atStart: true },
  ),
  phraseGroup(
    "apology",
    `sorry|my apologies|apologies|i apologize|i apologise|oops|my bad|ohh, sorry|oh, sorry|forgive me|pardon|sorry about`,
    { atStart: true },
  ),
  phraseGroup(
    "announcement",
    `i'll|i will|i'd like to|i would like to|i want to|i'm going to|i am going to|let me|let's|lets|allow me|now consider|let us|i will try|first, define
    |here is|here's|here are|below is|below are|the following|as follows|for example:|for instance:|other things|another example|some examples|a few examples|speaking of
    |more specifically:|moving on|back to|first of all:|to start|in this post|in this comment|this post|in summary:|tl;dr|disclaimer|edit:|eta:|note:
    |there are probably other|so anyway:`,
    { atStart: true },
  ),
  phraseGroup(
    "set-up",
    `suppose|imagine|consider|assume|picture|define|say we|say that|say you|let x|let's say|let's consider|let's suppose|recall|take for example|now suppose|now imagine
    |pretend|think of a|so suppose|so imagine|first, define|for concreteness|as an example`,
    { atStart: true },
  ),
  phraseGroup(
    "pointer",
    `see|see also|cf|cc|read|source|sources|link|links|related:|related reading|via|update|i talk about|i discuss|i wrote about|i've written about|i elaborate|more details
    |more on this|more on that|also see|for more|ref|refs|e.g., here|here's a link`,
    { atStart: true },
  ),
  phraseGroup(
    "request",
    `let me know|please|feel free|could you|can you|would you mind|can someone|would someone|i'd love to hear|i'd be interested|i'm interested in hearing
    |i would be interested|do you have|correct me if|tell me`,
    { atStart: true },
  ),
  phraseGroup(
    "not knowing",
    `i'm confused|i'm a bit confused|i am confused|i'm not sure what you|i'm not quite sure what you|i'm not sure i understand|i'm not sure i follow|i don't understand what
    |i don't know what you|i don't follow|i wonder|i'm wondering|i was wondering|i'm curious|i am curious|just curious|i'm not an expert|i haven't read|i haven't looked
    |i have not read|i'm not familiar|i forget|i don't remember|i can't remember|i don't recall|not sure what you|i'm misunderstanding|if i'm missing|i have to confess
    |i must admit|i must confess|i have read|i've read|i read`,
  ),
  phraseGroup(
    "report",
    `you wrote|you said|you say|you mention*|you asked|you write|he wrote|she wrote|they wrote|he said|she said|he says|she says|they say|the post says|the op says|the article says
    |i wrote|i said|i mentioned|you meant|you mean|i was thinking that you|i quote|quoting|as you put it|were you|are you saying|are you proposing|that's what you|is that what you|so you're saying|so you mean|in his post|in her post`,
  ),
  phraseGroup(
    "narrative",
    `i was|i went|i had|i did|i didn't|i tried|i got|i came|i saw|i met|i used to|i've been|i have been|i just discovered|i just wanted|i just saw|i definitely saw|we were|yesterday|last week|last year
    |my wife|my friend|i discovered|i started|i asked|i noticed|i remember`,
  ),
  phraseGroup(
    "offer",
    `if you want|if you like|if you'd like|if you wish|if you're interested|if you haven't already|i'll post|i'll share|i'll send|i'll link|i can post|i can share|i can send`,
  ),
  phraseGroup(
    "definition",
    `by that i mean|i mean by|is defined as|is short for|stands for|which i call|which i dub|i dub|i'll call|we call|call it`,
  ),
  phraseGroup(
    "wish",
    `i wish|i hope|hopefully we'll|fingers crossed|we'll see|we'll find out|time will tell|who knows`,
  ),
  phraseGroup(
    "speech",
    `says|said|told|tells|asked|asks|wrote|writes|mentioned|mentions|claims that|claimed|argues|argued|reports|reported|according to|announced|called me`,
  ),
  phraseGroup(
    "no stance",
    `i don't know|i do not know|no idea|i leave open|i can't say|i cannot say|i couldn't say|hard to say|no opinion|don't ask me|i have no figures|not sure whether
    |not sure if|i am not sure|i'm not sure|i'll think|let me think|have to think|i'd have to|agree to disagree|never mind|nevermind`,
  ),
  phraseGroup(
    "feeling",
    `i love|i would love|i'd love|i feel|i felt|i like|i liked|i'm glad|i am glad|i'm happy|i enjoy|i enjoyed|i hate|i cried|i laughed|lol|lmao|haha|hahaha|made me laugh|sigh|wow|ugh`,
  ),
  phraseGroup(
    "introduces oneself",
    `i am a|i am an|i'm a|i'm an|i am one of|i'm one of|i work|i worked|i live|i own|i run|i teach|i taught|i coach|i served|i grew up|speaking as|as a|i'm in|i'm only|i'm new|long time|first time`,
    { atStart: true },
  ),
  phraseGroup(
    "afterword",
    `edit|eta|ps|p.s|update|tl|tldr|disclaimer|note|cmv|change my view|cheers|regards|delta|source|sources|full disclosure|anyway|sent from`,
    { atStart: true },
  ),
  phraseGroup(
    "not said",
    `i'm not saying|i am not saying|i'm not claiming|i am not claiming|i'm not arguing|i am not arguing|not saying that|i don't mean|i didn't mean|i did not mean|i didn't say|i did not say|i never said`,
  ),
];
