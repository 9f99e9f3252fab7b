import { FleetOverviewView } from './fleet-overview.view';

/** Counts what there is in the fleet. */
export abstract class FleetQueries {
  /**
   * In one statement, as the last commit has left it.
   * @param dueBy maintenance that is due until then counts as due
   */
  abstract overview(now: Date, dueBy: Date): Promise<FleetOverviewView>;
}
