import type { ImportRecord } from "../model/draft.ts";
import { draftsOfComment, draftsOfTopic } from "./github/drafts.ts";
import { type GithubRecord, takeGithub } from "./github/records.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { readJsonOrLines } from "./json-or-lines.ts";

/**
 * GitHub: issues, pull requests and discussions with their comments, as the REST and GraphQL APIs, the `gh`
 * command and archives of them (`archive.json` of i-d-template) give them.
 *
 * Issue 5 of a repository is `github.com:owner/name#5`, a comment on it
 * `github.com:owner/name#5/issuecomment-77`, by the end of its address; where no address is given, by its
 * node id or its place in the list. `record` is the same without the host, `field` the name of the body.
 */
export const github: Importer = {
  id: "github",
  describes: "GitHub issues, pull requests and discussions as JSON of its APIs, of gh, or an archive.json",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes", "reactions"],
  sniff,
  read,
};

function sniff(head: string): number {
  if (!/^\s*[[{]/u.test(head) || !/"body(?:_?text|_?html)?"\s*:/iu.test(head)) return 0;
  const address =
    /"(?:html_url|url|issue_url|pull_request_url)"\s*:\s*"[^"]{0,200}\/(?:issues|pull|pulls|discussions)\/\d+/u;
  const isArchive = /"magic"\s*:\s*"E!vIA5L86J2I"/u.test(head);
  const isOfGithub =
    isArchive ||
    address.test(head) ||
    /"(?:author_association|authorAssociation|isMinimized|reactionGroups)"\s*:/u.test(head);
  return isArchive ? 1 : isOfGithub && address.test(head) ? 0.97 : isOfGithub ? 0.9 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const records = readJsonOrLines<GithubRecord>(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "issues or comments",
    take: takeGithub,
    idOf: () => null,
  });
  let index = 0;
  for await (const event of records) {
    if (event.kind !== "found") {
      yield event;
      continue;
    }
    const draftsOf = event.value.kind === "topic" ? draftsOfTopic : draftsOfComment;
    for await (const record of draftsOf(event.value, { options, place: event.place }))
      yield record.kind === "comment"
        ? { kind: "comment", comment: { ...record.comment, index: index++ } }
        : record;
  }
}
