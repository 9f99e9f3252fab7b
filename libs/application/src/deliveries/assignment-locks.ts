import { Crew } from '@fleet/domain/deliveries/crew';

/**
 * Lets those who want the same vehicle or driver come one after the other, before they reach the database. It saves work
 * and decides nothing: whoever gets no lock in time goes on without, and so does whoever is in a unit of work already,
 * which would hold up others while it waits.
 */
export abstract class AssignmentLocks {
  /** @param work is told whether others came first: it does well to look at what they have done */
  abstract run<T>(crew: Crew, work: (othersCameFirst: boolean) => Promise<T>): Promise<T>;
}
