/** Choices that a definition gives as a range of numbers. */
import { numberOf, type Json } from './values.ts';

/** A range must not freeze the page. */
const MOST = 1_000;

function range(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let index = 0; index < MOST && step > 0; index++) {
    const value = Number((from + index * step).toFixed(10));
    if (value > to) break;
    values.push(value);
  }
  return values;
}

/** `rateMin` to `rateMax` by `rateStep`, or `rateCount` of them; 1 to 5 when nothing is said. */
export function rates(json: Json): number[] {
  const from = numberOf(json.rateMin, 1);
  const step = numberOf(json.rateStep, 1);
  const to = json.rateMax === undefined && json.rateCount !== undefined ? from + (numberOf(json.rateCount, 5) - 1) * step : numberOf(json.rateMax, Math.max(5, from));
  return range(from, to, step);
}

/** `choicesMin` to `choicesMax` by `choicesStep`. */
export function numberedChoices(json: Json): number[] {
  return range(numberOf(json.choicesMin, 0), numberOf(json.choicesMax, 0), numberOf(json.choicesStep, 1));
}
