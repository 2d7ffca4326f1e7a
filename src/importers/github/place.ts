/** Where on GitHub, or on a server of one's own, something stands; null for what its address does not say. */
export interface GithubPlace {
  readonly site: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  /** The end of a comment's address: `issuecomment-77`, `discussion_r3`. */
  readonly fragment: string | null;
}

const addressParts =
  /^https?:\/\/(?:api\.|www\.)?([^/\s]+)\/(?:api\/v3\/)?(?:repos\/)?([^/\s]+\/[^/\s]+)\/(?:issues|pull|pulls|discussions)\/(\d{1,15})(?:[/?][^#\s]*)?(?:#([\w-]+))?$/u;

/** Reads the place out of the addresses that an object of GitHub's APIs carries, the page's own first. */
export function readPlace(value: Readonly<Record<string, unknown>>): GithubPlace | null {
  for (const name of ["html_url", "url", "issue_url", "pull_request_url", "discussion_url"]) {
    const address = value[name];
    const [, site, repository, number, fragment = null] =
      (typeof address === "string" ? addressParts.exec(address) : null) ?? [];
    if (site !== undefined && repository !== undefined)
      return { site: site.toLowerCase(), repository, number: Number(number), fragment };
  }
  return null;
}

/** The page's address of an object; that of its data in the API is of no use to a reader. */
export function pageOf(value: Readonly<Record<string, unknown>>): string | null {
  for (const address of [value.html_url, value.url])
    if (
      typeof address === "string" &&
      /^https?:\/\/(?!api\.)/u.test(address) &&
      !address.includes("/api/v3/")
    )
      return address;
  return null;
}
