const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day in words, `14 Feb 2023`, in UTC as it is stored; a time that is not known is said so. */
export function formatDay(instant: string | null): string {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?/u.exec(instant ?? "");
  if (found === null) return "undated";
  const [, year = "", month = "", day] = found;
  const name = months[Number(month) - 1] ?? "";
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** `1 claim`, `12 claims`, `1,204 claims`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** A probability as a whole percentage, on one line. */
export function percent(value: number): string {
  return `${Math.round(value * 100)}\u00a0%`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
