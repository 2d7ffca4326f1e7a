import { compareStrings } from "../../../src/model/id.ts";
import { middleOf, resampledSums } from "../counts.ts";
import { calibrationError, precisionAt } from "../own/confidence.ts";
import type { ConfusionTable, Mistake, ReportedFigure, Section } from "./report.ts";

/** An item with the label that people gave it and how probable the product finds each class. */
export interface ClassifiedItem<Class extends string> {
  readonly id: string;
  readonly group: string;
  readonly label: Class;
  readonly probabilities: Readonly<Record<Class, number>>;
  readonly lines: readonly string[];
}

export interface ClassTask<Class extends string> {
  /** In the order of the tables; of equally probable ones the first is said. */
  readonly classes: readonly Class[];
  /** The classes of which the surest are looked at, where the probabilities say more than the choice. */
  readonly surest: readonly Class[];
}

/** The shares of all items, surest first, whose precision is told. */
const shares = [0.02, 0.1, 0.28];

/** Every item of a group by label and answer: one number for each cell of the confusion table. */
type Cells = readonly number[];

/**
 * The figures of a task that gives each item one of a few classes: accuracy and macro F1, which is the mean of the
 * F1 of the classes, each as important as the others however rare it is.
 *
 * The baseline gives every item the class that is commonest in this part.
 */
export function classSection<Class extends string>(
  name: string,
  items: readonly ClassifiedItem<Class>[],
  { classes, surest }: ClassTask<Class>,
): Section {
  const said = items.map(({ probabilities }) => mostProbable(probabilities, classes));
  const cellOf = (item: ClassifiedItem<Class>, answer: Class): number =>
    classes.indexOf(item.label) * classes.length + classes.indexOf(answer);
  const byGroup = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const cells = byGroup.get(item.group) ?? new Array<number>(classes.length ** 2).fill(0);
    const cell = cellOf(item, said[index] ?? item.label);
    cells[cell] = (cells[cell] ?? 0) + 1;
    byGroup.set(item.group, cells);
  }
  const groups = [...byGroup.values()];
  const sum = sumCells(groups, classes.length ** 2);
  const samples = resampledSums(groups);
  const plain = alwaysCommonest(sum, classes.length);
  const figure = (label: string, of: (cells: Cells) => number): ReportedFigure => ({
    name: label,
    value: of(sum),
    interval: middleOf(samples.map(of)),
    baseline: of(plain),
  });
  return {
    name,
    items: items.length,
    groups: groups.length,
    baseline: "the commonest class for all",
    figures: [
      figure("accuracy", (cells) => accuracyOf(cells, classes.length)),
      figure("macro F1", (cells) => macroF1(cells, classes.length)),
      ...classes.map((label, index) =>
        figure(`F1 of ${label}`, (cells) => f1At(cells, classes.length, index)),
      ),
    ],
    coverage: surest.flatMap((label) => {
      const judged = items.map((item) => ({
        confidence: item.probabilities[label],
        isRight: item.label === label,
      }));
      return shares.map((share) => ({ name: label, share, precision: precisionAt(judged, share) }));
    }),
    calibration:
      surest.length === 0
        ? null
        : calibrationError(
            items.map((item, index) => ({
              confidence: item.probabilities[said[index] ?? item.label],
              isRight: said[index] === item.label,
            })),
          ),
    confusion: tableOf(sum, classes),
    mistakes: mistakesOf(items, said, surest.length > 0),
  };
}

function mostProbable<Class extends string>(
  probabilities: Readonly<Record<Class, number>>,
  classes: readonly Class[],
): Class {
  const [first, ...others] = classes;
  if (first === undefined) throw new Error("a task without classes");
  return others.reduce((best, one) => (probabilities[one] > probabilities[best] ? one : best), first);
}

function sumCells(groups: readonly Cells[], size: number): Cells {
  const sum = new Array<number>(size).fill(0);
  for (const cells of groups) for (const [at, count] of cells.entries()) sum[at] = (sum[at] ?? 0) + count;
  return sum;
}

const at = (cells: Cells, size: number, row: number, column: number): number =>
  cells[row * size + column] ?? 0;
const indexes = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);
const rowSum = (cells: Cells, size: number, row: number): number =>
  indexes(size).reduce((sum, column) => sum + at(cells, size, row, column), 0);
const columnSum = (cells: Cells, size: number, column: number): number =>
  indexes(size).reduce((sum, row) => sum + at(cells, size, row, column), 0);

function accuracyOf(cells: Cells, size: number): number {
  const all = cells.reduce((sum, count) => sum + count, 0);
  const right = indexes(size).reduce((sum, index) => sum + at(cells, size, index, index), 0);
  return all === 0 ? 0 : right / all;
}

/** F1 of one class, 0 where it is neither labelled nor said, as the usual tools have it. */
function f1At(cells: Cells, size: number, index: number): number {
  const given = rowSum(cells, size, index) + columnSum(cells, size, index);
  return given === 0 ? 0 : (2 * at(cells, size, index, index)) / given;
}

/** The mean F1 of the classes that are labelled at all. */
function macroF1(cells: Cells, size: number): number {
  const labelled = indexes(size).filter((index) => rowSum(cells, size, index) > 0);
  return labelled.reduce((sum, index) => sum + f1At(cells, size, index), 0) / Math.max(1, labelled.length);
}

/** The table of a program that says the commonest label of all items. */
function alwaysCommonest(cells: Cells, size: number): Cells {
  const rows = indexes(size).map((row) => rowSum(cells, size, row));
  const commonest = rows.indexOf(Math.max(...rows));
  return cells.map((_, cell) => (cell % size === commonest ? (rows[Math.floor(cell / size)] ?? 0) : 0));
}

function tableOf(cells: Cells, classes: readonly string[]): ConfusionTable {
  return {
    columns: classes,
    rows: classes.map((label, row) => ({
      label,
      counts: indexes(classes.length).map((column) => at(cells, classes.length, row, column)),
    })),
  };
}

/** The mistakes, the surest first; spread over the file where nothing says how sure they are. */
function mistakesOf<Class extends string>(
  items: readonly ClassifiedItem<Class>[],
  said: readonly Class[],
  hasConfidence: boolean,
): readonly Mistake[] {
  return items
    .flatMap((item, index): readonly Mistake[] => {
      const answer = said[index];
      if (answer === undefined || answer === item.label) return [];
      const confidence = hasConfidence ? item.probabilities[answer] : null;
      return [{ id: item.id, confidence, said: answer, label: item.label, lines: item.lines }];
    })
    .sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || compareStrings(a.id, b.id));
}
