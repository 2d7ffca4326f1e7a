import type { Io, Output } from "./io.ts";

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;
export type Ink = keyof typeof codes;

/** Whether a stream takes colour: a terminal, unless `NO_COLOR` (no-color.org) or `TERM=dumb` says no. */
function hasColor(io: Io, stream: Output): boolean {
  return stream.isTTY === true && (io.env.NO_COLOR ?? "") === "" && io.env.TERM !== "dumb";
}

/** Colours text where the stream takes colour. A sign in words or marks always stands beside it. */
export function painter(io: Io, stream: Output): (ink: Ink, text: string) => string {
  if (!hasColor(io, stream)) return (_, text) => text;
  return (ink, text) => `\u001b[${codes[ink][0]}m${text}\u001b[${codes[ink][1]}m`;
}
