import { LoadMaker } from '@fleet/bench/load/load';

/** One thing that people do with the product, measured against the floor and against a large fleet. */
export interface Scenario {
  readonly name: string;
  /** The least share of the floor's requests a second. */
  readonly goal: number;
  /** The least share of what a server makes that sends the same bytes from memory; for what is cached. */
  readonly goalOfMemory?: number;
  /** What is asked of a server that has a fleet of this many vehicles. */
  load(vehicles: number): LoadMaker;
}
