import { cues, cueText } from "./cues.ts";

const undercuts =
  /(?:doesn't|does not|don't|do not|wouldn't) (?:follow|mean that|prove|imply|change that|matter)|non sequitur|irrelevant|beside the point|proves? my point|even if (?:that|this|so)|so what/u;
const undermines =
  /\b(?:source|citation|evidence|statistics|numbers|data|assum(?:e|es|ing|ption|ptions)|premise|based on|anecdot\w*|cite)\b/u;

/** How a sentence attacks: that something does not follow, that a reason is not so, or else the thing itself. */
export function attackOf(text: string): "rebut" | "undermine" | "undercut" {
  const words = cueText(text);
  if (undercuts.test(words)) return "undercut";
  return undermines.test(words) && cues.negation.test(words) ? "undermine" : "rebut";
}
