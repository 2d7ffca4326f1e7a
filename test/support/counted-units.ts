import type { Unit } from "../../src/extraction/rules/relations/units.ts";

/** Statements that count how often their words or their places are looked at. */
export function counting() {
  let count = 0;
  const look = <Value>(value: Value): Value => {
    count++;
    return value;
  };
  const counted = (unit: Unit): Unit => ({
    ...unit,
    get place() {
      return look(unit.place);
    },
    get text() {
      return look(unit.text);
    },
    get profile() {
      return look(unit.profile);
    },
  });
  return { counted, looks: () => count };
}
