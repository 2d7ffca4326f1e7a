// Written by "npm run train"; do not edit.
/** What makes it probable that a claim continues an older one of its author (refinement-candidates.ts). */
export const refinementWeights = {
  continued: {
    above: 0.444,
    apart: -0.601,
    around: 0.621,
    between: -0.029,
    bias: -5.831,
    change: 0.807,
    "comes back to above": 1.019,
    "comes back to rare": 0.889,
    "comes back to words": 0.572,
    grant: 0.339,
    head: -0.427,
    item: 0.348,
    mine: 0.945,
    near: 4.042,
    nearest: 0.952,
    "of a verdict": 0.627,
    quoted: 0.554,
    rare: 1.078,
    restate: 0.698,
    retract: 1.166,
    "said above": 0.626,
    verdict: 0.269,
    words: 0.722,
  },
} as const;
