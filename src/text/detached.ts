/** From this length on V8 makes a slice that holds the whole text that it was cut from in memory. */
const shortestSlice = 13;

/** The same text as a string of its own, which holds no longer one in memory: for whatever outlives a comment. */
export function detached(text: string): string {
  return text.length < shortestSlice ? text : ` ${text}`.slice(1);
}
