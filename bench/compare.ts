import { alternate, Subject } from './load/alternate';
import { reads } from './load/load';
import { medianRatio, medianSample } from './load/median';
import { atLeast, atMost, Comparison, ScenarioResult } from './report/result';
import { Scenario } from './scenarios/scenario';
import { RunningServer, Servers } from './servers';

/** How much slower the product may be with a large fleet. */
const GOAL_OF_LARGE_FLEET = 1.1;
/** How much of the throughput without access checks must be left with them. */
const GOAL_OF_ACCESS = 0.85;

/** Measures one scenario on the floor, the product and the product with a large fleet. */
export async function compare(
  scenario: Scenario,
  { floor, product, open, largeProduct }: Servers,
): Promise<ScenarioResult> {
  const subjects = [floor, product, largeProduct, open].map((server) => subject(scenario, server));
  const memory: Subject = { ...floor, nextLoad: () => reads(() => ['/memory']) };
  if (scenario.goalOfMemory !== undefined) subjects.push(memory);
  const [onFloor = [], onProduct = [], onLarge = [], onOpen = [], fromMemory = []] = await alternate(subjects);
  const comparisons: Comparison[] = [
    atLeast(`${scenario.name}: share of the floor`, scenario.goal, medianRatio(onProduct, onFloor)),
  ];
  if (scenario.goalOfMemory !== undefined) {
    const what = `${scenario.name}: share of the same bytes from memory`;
    comparisons.push(atLeast(what, scenario.goalOfMemory, medianRatio(onProduct, fromMemory)));
  }
  const access = `${scenario.name}: access checks on against off`;
  comparisons.push(atLeast(access, GOAL_OF_ACCESS, medianRatio(onProduct, onOpen)));
  const what = `${scenario.name}: 1,000 vehicles against 1,000,000`;
  comparisons.push(atMost(what, GOAL_OF_LARGE_FLEET, medianRatio(onProduct, onLarge)));
  return {
    name: scenario.name,
    floor: medianSample(onFloor),
    product: medianSample(onProduct),
    largeProduct: medianSample(onLarge),
    comparisons,
  };
}

function subject(scenario: Scenario, server: RunningServer): Subject {
  return { url: server.url, pid: server.pid, headers: server.headers, nextLoad: scenario.load(server.vehicles) };
}
