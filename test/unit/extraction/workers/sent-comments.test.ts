import { describe, expect, it } from "vitest";
import { SeenComment } from "../../../../src/extraction/workers/extraction-task.ts";
import { CommentReceiver, CommentSender } from "../../../../src/extraction/workers/sent-comments.ts";
import { segmented } from "../../../support/segmented.ts";

/** What a message does to a value on its way. */
const copied = <Value>(value: Value): Value => structuredClone(value);
const statement = (start: number, end: number) => ({ span: { start, end }, leadIn: null, quoteId: null });

describe("comments sent to a thread", () => {
  it("go once, and are the same object whenever they are named again", () => {
    const [sender, receiver] = [new CommentSender(), new CommentReceiver()];
    const seen = new SeenComment(segmented("It rains."));
    const first = receiver.receive(copied(sender.send(seen, { isTask: true })));
    const again = sender.send(seen, { isTask: false });
    expect(again.comment).toBeNull();
    expect(receiver.receive(copied(again))).toBe(first);
    expect(first).toEqual({ comment: seen.comment, read: null });
  });

  it("are followed by what they state once that is known, unless the thread found it", () => {
    const [sender, receiver] = [new CommentSender(), new CommentReceiver()];
    const [other, own] = ["It rains.", "It pours."].map((text) => new SeenComment(segmented(text)));
    if (!other || !own) throw new Error("two comments");
    const kept = receiver.receive(sender.send(other, { isTask: false }));
    sender.send(own, { isTask: true });
    for (const seen of [other, own]) seen.settle([statement(0, 9)]);
    receiver.receive(sender.send(other, { isTask: false }));
    expect(kept.read?.statements).toEqual([statement(0, 9)]);
    expect(sender.send(other, { isTask: false }).statements).toBeNull();
    expect(sender.send(own, { isTask: false }).statements).toBeNull();
  });

  it("are forgotten on both sides at once, and go again then", () => {
    const [sender, receiver] = [new CommentSender(), new CommentReceiver()];
    const all = Array.from({ length: 700 }, (_, index) => new SeenComment(segmented(`Dike ${index} holds.`)));
    let whole = 0;
    for (let turn = 0; turn < 4000; turn++) {
      const seen = all[(turn * 389) % (turn % 5 === 0 ? 700 : 250)];
      if (!seen) throw new Error("no comment");
      const sent = copied(sender.send(seen, { isTask: false }));
      if (sent.comment !== null) whole++;
      expect(receiver.receive(sent).comment.text).toBe(seen.comment.text);
    }
    expect(whole).toBeGreaterThan(300);
    expect(whole).toBeLessThan(2000);
  });
});
