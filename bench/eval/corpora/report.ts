/** One figure of a task, beside what a program without ideas reaches on the same items. */
export interface ReportedFigure {
  readonly name: string;
  readonly value: number;
  /** The middle 95 % over samples of whole groups; null where none is drawn. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly baseline: number | null;
}

/** How much of what is surest is right: `share` (0 to 1) of all items, the surest first. */
export interface Coverage {
  readonly name: string;
  readonly share: number;
  readonly precision: number | null;
}

/** What was said of the items of each label: labels down, answers across. */
export interface ConfusionTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** An item that was judged wrongly. `confidence` is null where the product gives none. */
export interface Mistake {
  readonly id: string;
  readonly confidence: number | null;
  readonly said: string;
  readonly label: string;
  /** What was read: the text, and what it answers. */
  readonly lines: readonly string[];
}

/** The figures of one part of a corpus. `mistakes` stand in the order in which they are worth reading. */
export interface Section {
  readonly name: string;
  readonly items: number;
  readonly groups: number;
  /** What the baseline does. */
  readonly baseline: string;
  readonly figures: readonly ReportedFigure[];
  readonly coverage: readonly Coverage[];
  /** The expected calibration error of the answers' confidences; null where they have none. */
  readonly calibration: number | null;
  readonly confusion: ConfusionTable | null;
  readonly mistakes: readonly Mistake[];
}

/** What one command measured on one file. */
export interface Report {
  readonly task: string;
  /** Base name of the file. */
  readonly file: string;
  readonly extractor: string;
  readonly sections: readonly Section[];
}
