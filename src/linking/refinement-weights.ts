// Written by "npm run train"; do not edit.
/** What makes it probable that a claim continues an older one of its author (refinement-candidates.ts). */
export const refinementWeights = {
  continued: {
    above: 0.441,
    apart: -0.6,
    around: 0.621,
    between: -0.027,
    bias: -5.829,
    change: 0.807,
    "comes back to above": 1.016,
    "comes back to rare": 0.89,
    "comes back to words": 0.571,
    grant: 0.34,
    head: -0.423,
    item: 0.391,
    mine: 0.947,
    near: 4.042,
    nearest: 0.953,
    "of a verdict": 0.627,
    quoted: 0.553,
    rare: 1.078,
    restate: 0.702,
    retract: 1.164,
    "said above": 0.624,
    verdict: 0.268,
    words: 0.721,
  },
} as const;
