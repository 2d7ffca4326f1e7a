import { report } from "../report.ts";

/** Sites that show another one's posts under the same ids. */
const mirrors: ReadonlyMap<string, string> = new Map([
  ["alignmentforum.org", "lesswrong.com"],
  ["greaterwrong.com", "lesswrong.com"],
  ["ea.greaterwrong.com", "forum.effectivealtruism.org"],
  ["forum-bots.effectivealtruism.org", "forum.effectivealtruism.org"],
]);

/** The site that is meant where nothing names one: the one that the software was written for. */
export const usualSite = "lesswrong.com";

/** The site whose ids an address holds; null when it is no web address. */
export function siteOfAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  if (!/^https?:$/u.test(protocol) || host === "") return null;
  const name = host.replace(/^www\./u, "");
  return mirrors.get(name) ?? name;
}

/** Where people read a site. */
export function addressOf(site: string): string {
  return `https://${site === usualSite ? "www." : ""}${site}`;
}

/** Says that the site was taken for the usual one, since nothing names it. */
export function reportUsualSite(file: string) {
  return report(
    "note",
    "import.reference-missing",
    file,
    `no address in it names the site, and ${usualSite} was taken: name another one with --source`,
  );
}
