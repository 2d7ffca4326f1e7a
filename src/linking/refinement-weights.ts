// Written by "npm run train"; do not edit.
/** What makes it probable that a claim continues an older one of its author (refinement-candidates.ts). */
export const refinementWeights = {
  continued: {
    above: 0.444,
    apart: -0.596,
    around: 0.624,
    between: -0.031,
    bias: -5.837,
    change: 0.809,
    "comes back to above": 1.018,
    "comes back to rare": 0.885,
    "comes back to words": 0.573,
    grant: 0.341,
    head: -0.428,
    item: 0.456,
    mine: 0.946,
    near: 4.042,
    nearest: 0.96,
    "of a verdict": 0.628,
    quoted: 0.553,
    rare: 1.075,
    restate: 0.7,
    retract: 1.163,
    "said above": 0.621,
    verdict: 0.27,
    words: 0.723,
  },
} as const;
