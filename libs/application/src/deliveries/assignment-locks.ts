import { Crew } from '@fleet/domain/deliveries/crew';

/**
 * Lets those who want the same vehicle or driver come one after the other, before they reach the database. It saves work
 * and decides nothing: whoever gets no lock in time goes on without.
 */
export abstract class AssignmentLocks {
  abstract run<T>(crew: Crew, work: () => Promise<T>): Promise<T>;
}
