/** Seconds in the units that pages count back in, by their first letters. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^s/u, 1],
  [/^mo/u, 2_592_000],
  [/^m/u, 60],
  [/^h/u, 3600],
  [/^d/u, 86_400],
  [/^w/u, 604_800],
  [/^y/u, 31_536_000],
];

/** How long ago a page says that something was written ("3d", "an hour ago"), in seconds; null when it does not. */
function ageOf(written: string): number | null {
  const [, count = "", unit = ""] = /\b(an?|\d{1,3})\s?([a-z]{1,7})\.?(?: ago)?\b/iu.exec(written) ?? [];
  const seconds = units.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
  return seconds === undefined ? null : seconds * (/^\d/u.test(count) ? Number(count) : 1);
}

/** Whether a page lists the newest first, by what it says of when each was written. */
export function isNewestFirst(written: readonly string[]): boolean {
  const ages = written.flatMap((text) => ageOf(text) ?? []);
  const [newest = 0] = ages;
  return (
    ages.length === written.length &&
    (ages.at(-1) ?? 0) > newest &&
    ages.every((age, index) => index === 0 || age >= (ages[index - 1] ?? 0))
  );
}
