/** Headings, tabs and buttons of profile pages. */
const pageWords =
  /^(?:wiki(?:tag)? contributions|(?:recent |latest |top |all |best )?(?:comments?|posts?|sequences?|activity|answers|replies)|sort(?:ed)? by.{0,20}|new(?:est)?|oldest|top|magic.{0,20}|(?:load|show|view|read|see) (?:more|all|older).{0,20}|more comments|subscribe|message|follow|about|bio|home|menu|log ?in|sign ?(?:up|in)|next|previous|older|newer|back to top|privacy policy|terms.{0,20})$/iu;

/** How many paragraphs at the top can be furniture. */
export const deepestHeader = 15;

/** Whether a line or paragraph is a heading, tab or button of a profile page and nothing else. */
export function isPageLine(text: string): boolean {
  return pageWords.test(text);
}
