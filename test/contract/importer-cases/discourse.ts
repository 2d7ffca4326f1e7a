import { discourse } from "../../../src/importers/discourse.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const discourseCase = fileCase({
  importer: discourse,
  wrap: (texts) =>
    JSON.stringify({
      post_stream: { posts: texts.map((text, index) => postOf(index + 1, escapeHtml(text))), stream: [] },
      id: 4,
      title: "A topic",
    }),
  breakRecord: (fixture) => fixture.replace('"id": 903,', '"id": "x",'),
  nest: null,
  source: (content, { record, field }) => {
    const topics: readonly { post_stream: { posts: readonly Record<string, unknown>[] } }[] = [
      JSON.parse(content),
    ].flat();
    const post = topics.flatMap((topic) => topic.post_stream.posts).find(({ id }) => String(id) === record);
    return String(post?.[field ?? ""]);
  },
});

function postOf(number: number, cooked: string) {
  return { id: 100 + number, topic_id: 4, post_number: number, username: "ann", cooked: `<p>${cooked}</p>` };
}
