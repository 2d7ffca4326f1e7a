/** How many steps back the method remembers. */
const memory = 10;
const mostSteps = 200;
/** A step that lessens the loss by less than this share of it is the last. */
const tolerance = 1e-7;

/**
 * Minimises a smooth function by L-BFGS with backtracking.
 *
 * @param start - where to begin; left as it is.
 * @param evaluate - returns the value at a point and writes the gradient there.
 * @see Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithm 7.4.
 */
export function minimise(
  start: Float64Array,
  evaluate: (point: Float64Array, gradient: Float64Array) => number,
): Float64Array {
  let point: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(start.length);
  let value = evaluate(point, gradient);
  const moves: Move[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const direction = descend(gradient, moves);
    const next = search({ point, gradient, value, direction }, evaluate, moves.length === 0);
    if (next === null) break;
    const gain = value - next.value;
    moves.push({ point: minus(next.point, point), gradient: minus(next.gradient, gradient) });
    if (moves.length > memory) moves.shift();
    ({ point, gradient, value } = next);
    if (gain <= tolerance * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/** How a step changed point and gradient. */
interface Move {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
}

/** The direction in which to go down: the two loops of the method. */
function descend(gradient: Float64Array, moves: readonly Move[]): Float64Array {
  let direction: Float64Array = gradient.map((one) => -one);
  const shares: number[] = [];
  for (const move of moves.toReversed()) {
    const share = dot(move.point, direction) / dot(move.point, move.gradient);
    shares.unshift(share);
    direction = plus(direction, move.gradient, -share);
  }
  const last = moves.at(-1);
  if (last) {
    const scale = dot(last.point, last.gradient) / dot(last.gradient, last.gradient);
    direction = direction.map((one) => one * scale);
  }
  for (const [at, move] of moves.entries()) {
    const back = dot(move.gradient, direction) / dot(move.point, move.gradient);
    direction = plus(direction, move.point, (shares[at] ?? 0) - back);
  }
  return direction;
}

/** Halves the step until the value falls enough; null where it no longer does. */
function search(
  { point, gradient, value, direction }: Place & { readonly direction: Float64Array },
  evaluate: (point: Float64Array, gradient: Float64Array) => number,
  isFirst: boolean,
): Place | null {
  const slope = dot(gradient, direction);
  if (slope >= 0) return null;
  let length = isFirst ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
  for (let attempt = 0; attempt < 40; attempt++, length /= 2) {
    const next = plus(point, direction, length);
    const nextGradient = new Float64Array(point.length);
    const nextValue = evaluate(next, nextGradient);
    const curvature = dot(minus(nextGradient, gradient), minus(next, point));
    if (nextValue <= value + 1e-4 * length * slope && curvature > 0)
      return { point: next, gradient: nextGradient, value: nextValue };
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const plus = (a: Float64Array, b: Float64Array, factor: number): Float64Array =>
  a.map((one, at) => one + factor * (b[at] ?? 0));
const minus = (a: Float64Array, b: Float64Array): Float64Array => plus(a, b, -1);
