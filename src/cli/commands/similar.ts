import type { Command } from "commander";
import type { Io } from "../io.ts";
import { share, wholeNumber, withLayer, withListing } from "../options.ts";
import type { SimilarOptions } from "../similar-command.ts";

const explanation = `
The score goes from 0, nothing in common, to 1, the same words. It compares runs of three to five characters, those that
few claims hold weighing more: it sees through endings and spelling, and hardly through other words for the same thing.
It is a likeness and no probability. From .3 on most are rewordings of one another, and many rewordings stay below.

A sentence and its denial are alike in their letters. Where one of two claims denies, has other numbers or says the opposite
of a word, the line says so ("says the opposite?"), and such a claim is never taken for the same.

With --embeddings a sentence model of your own reads the claims that come nearest, and the score is the mean of
the likeness of characters and of meaning. It needs onnxruntime-web (npm install onnxruntime-web) and no network.

Examples:
  elenchus similar 3f2a91 --limit 20
  elenchus similar --text "Night trains save travellers a day" --author Ann
  elenchus similar 3f2a91 --embeddings model.onnx --vocabulary tokenizer.json`;

export function configure(command: Command, io: Io): void {
  command
    .argument("[claim]", "a claim: an id, or the start of one")
    .option("--text <words>", "words of your own, in place of a claim")
    .option("--author <name>", "only claims by this author (a name or an id)")
    .option("--min <score>", "leave out what scores less, 0 to 1 (default: 0.3)", share)
    .option("--embeddings <file>", "a sentence model in ONNX (default: $ELENCHUS_EMBEDDINGS)")
    .option(
      "--vocabulary <file>",
      "its tokenizer.json or vocab.txt (default: $ELENCHUS_VOCABULARY, else the one beside the model)",
    )
    .option("--read <n>", "how many claims the model compares (default: 1000)", wholeNumber(1, 1_000_000))
    .addHelpText("after", explanation);
  withListing(withLayer(command), { limit: 10 }).action(
    async (claim: string | undefined, options: SimilarOptions) => {
      const { runSimilar } = await import("../similar-command.ts");
      await runSimilar(io, command, claim ?? null, options);
    },
  );
}
