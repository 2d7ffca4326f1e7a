import type { ImportRecord } from "../../model/draft.ts";
import { describeIssues, parsePlainly } from "../../parse-input.ts";
import { type ImportOptions, type Input, siteHost } from "../importer.ts";
import { hasMembers } from "../json-input.ts";
import { readJsonOrLines } from "../json-or-lines.ts";
import type { JsonContainer } from "../json-records.ts";
import { report, reportMarkup } from "../report.ts";
import { DiscoursePost, isRegular, postDraft } from "./post-draft.ts";

/** How many posts are looked at for the forum's address. */
const mostForSite = 200;

const isPost = (value: JsonContainer): boolean =>
  hasMembers(value, "post_number") && (hasMembers(value, "cooked") || hasMembers(value, "raw"));
const isTopic = (value: JsonContainer): boolean => hasMembers(value, "post_stream", "id");

/**
 * Posts of any JSON that holds them: topics, lists, single posts, one or several documents.
 *
 * Of a topic the last post is held back until the topic ends, because its title stands behind its posts.
 */
export async function* readPosts(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const named = await siteOf(input, options);
  const site = { site: named ?? options.host, isAddress: named !== null };
  const topics = new TopicCount();
  let held: DiscoursePost | null = null;
  let index = 0;
  const records = readJsonOrLines(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "posts",
    take: ({ value }) => (isPost(value) || isTopic(value) ? value : null),
    idOf: () => null,
  });
  for await (const event of records) {
    if (event.kind !== "found") {
      yield event;
      continue;
    }
    if (isTopic(event.value)) {
      const topic = topics.end(event.value);
      if (held !== null)
        yield* draftsOf(held.topic_id === topic.id ? withTopic(held, topic) : held, input.name, {
          ...site,
          index: index++,
        });
      held = null;
      if (topic.missing > 0)
        yield report(
          "note",
          "import.reference-missing",
          `${input.name}: topic ${topic.id}`,
          `${topic.missing} of ${topic.posts} posts are not in this file: the forum gives the rest in further calls`,
        );
      continue;
    }
    const post = parsePlainly(DiscoursePost, event.value);
    if (!post.success) {
      yield report("error", "import.record-invalid", event.place, describeIssues(post.error));
      continue;
    }
    topics.add(isRegular(post.data));
    if (!isRegular(post.data)) continue;
    if (held !== null) yield* draftsOf(held, input.name, { ...site, index: index++ });
    held = post.data;
  }
  if (held !== null) yield* draftsOf(held, input.name, { ...site, index: index++ });
  if (topics.notes > 0)
    yield report(
      "note",
      "import.record-skipped",
      input.name,
      `left out as notes of the system or of moderators: ${topics.notes}`,
    );
}

async function* draftsOf(
  post: DiscoursePost,
  file: string,
  place: { readonly site: string; readonly isAddress: boolean; readonly index: number },
): AsyncGenerator<ImportRecord> {
  const { comment, problem } = await postDraft(post, place);
  if (problem !== null) yield reportMarkup(`${file}: post ${post.id}`, problem, comment.id);
  yield { kind: "comment", comment };
}

interface Topic {
  readonly id: number | null;
  readonly title: string | null;
  readonly slug: string | null;
  readonly posts: number;
  readonly missing: number;
}

function withTopic(post: DiscoursePost, topic: Topic): DiscoursePost {
  return {
    ...post,
    topic_title: post.topic_title ?? topic.title,
    topic_slug: post.topic_slug ?? topic.slug,
  };
}

/** Counts the posts of the topic that is being read, and the notes of all. */
class TopicCount {
  notes = 0;
  #posts = 0;

  add(isPost: boolean): void {
    this.#posts++;
    if (!isPost) this.notes++;
  }

  end(topic: JsonContainer): Topic {
    const seen = this.#posts;
    this.#posts = 0;
    const { id, title, slug, post_stream: stream } = topic as Readonly<Record<string, unknown>>;
    const ids = hasMembers(stream, "stream") && Array.isArray(stream.stream) ? stream.stream.length : 0;
    return {
      id: typeof id === "number" ? id : null,
      title: typeof title === "string" && title !== "" ? title : null,
      slug: typeof slug === "string" && slug !== "" ? slug : null,
      posts: ids,
      missing: Math.max(0, ids - seen),
    };
  }
}

/**
 * The forum's address as the paths of its avatars say it; null when no post says it.
 *
 *     /user_avatar/forum.example/ann/{size}/12_2.png
 */
async function siteOf(input: Input, options: ImportOptions): Promise<string | null> {
  if (options.isHostGiven) return options.host.includes(".") ? options.host : null;
  let left = mostForSite;
  const posts = readJsonOrLines(input, {
    maxRecordBytes: options.maxRecordBytes,
    what: "posts",
    take: ({ value }) => (isPost(value) ? value : null),
    idOf: () => null,
  });
  let fromText: string | null = null;
  for await (const event of posts) {
    if (left-- === 0) break;
    if (event.kind !== "found") continue;
    const { avatar_template: avatar, cooked } = event.value as Readonly<Record<string, unknown>>;
    const site = avatarHost(avatar);
    if (site !== null) return siteHost(site, options);
    fromText ??= avatarHost(cooked);
  }
  return fromText;
}

function avatarHost(text: unknown): string | null {
  const host =
    typeof text === "string" ? /\/user_avatar\/([a-z0-9.-]+\.[a-z0-9-]+)\//iu.exec(text)?.[1] : undefined;
  return host?.toLowerCase().replace(/^www\./u, "") ?? null;
}
