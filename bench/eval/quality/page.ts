import type { PageSection } from "./markdown.ts";

/** The heading from which on the page is written by people; what stands there is kept word for word. */
export const notesTitle = "What was tried";

const notesHeading = `## ${notesTitle}\n`;

const emptyNotes = `${notesHeading}
<!-- From this heading on the page is written by hand, and \`npm run eval -- all\` keeps it. -->
`;

export const introduction = `# Measured quality

How well Elenchus finds claims, concepts, quotes and relations, on labelled texts. All figures but the notes at the end are written by a command, the bad ones too:

\`\`\`sh
npm run eval -- all
\`\`\`

Only our own gold set is part of this repository. The other texts may be used for measuring and not be passed on, so the command looks for them beside the checkout,
in \`../shared\`, and stops where there are none. What is measured is the extractor \`rules\` as it ships. Each figure stands beside a baseline, a program without ideas on the same items,
and, where others have published one, beside theirs on such texts. *F1* is the harmonic mean of precision and recall. In brackets stands the middle 95 % over samples drawn anew, whole threads or topics at a time:
a difference within it means nothing. The *calibration error* is how far a confidence is from the share that is right, over ten bins. Add \`--worst 20\` to read the most confident mistakes.
`;

/** The whole page; the notes of the one before are kept. */
export function qualityPage(sections: readonly PageSection[], before: string | null): string {
  return [introduction, ...sections.map(sectionText), notesIn(before)].join("\n");
}

/** The page with one of its sections measured anew. */
export function replaceSection(page: string, section: PageSection): string {
  const start = page.indexOf(`## ${section.title}\n`);
  if (start < 0) throw new Error(`the page has no section "${section.title}"`);
  const next = page.indexOf("\n## ", start);
  return `${page.slice(0, start)}${sectionText(section)}${page.slice(next)}`;
}

const sectionText = ({ title, prose, body }: PageSection): string => `## ${title}\n\n${prose}\n\n${body}\n`;

function notesIn(page: string | null): string {
  const start = page?.indexOf(`\n${notesHeading}`) ?? -1;
  return page === null || start < 0 ? emptyNotes : page.slice(start + 1);
}
