import { Sample } from '@fleet/bench/load/measure';

/** One scenario, measured: medians for the table, ratios from the rounds. */
export interface ScenarioResult {
  readonly name: string;
  readonly floor: Sample;
  readonly product: Sample;
  readonly largeProduct: Sample;
  readonly comparisons: readonly Comparison[];
}

/** A figure and what it should be. */
export interface Comparison {
  readonly what: string;
  readonly goal: string;
  readonly got: string;
  readonly met: boolean;
}

export function atLeast(what: string, goal: number, got: number): Comparison {
  return { what, goal: `≥ ${goal.toFixed(2)}`, got: got.toFixed(2), met: got >= goal };
}

export function atMost(what: string, goal: number, got: number): Comparison {
  return { what, goal: `≤ ${goal.toFixed(2)}`, got: got.toFixed(2), met: got <= goal };
}

export function below(what: string, goal: number, got: number, unit: string, digits: number): Comparison {
  return { what, goal: `< ${goal} ${unit}`, got: `${got.toFixed(digits)} ${unit}`, met: got < goal };
}
