import { OPEN, OVERLAP_TRIGGER } from './held-deliveries';
import * as migrated from './migrations/delivery-overlaps';

it('is said in the words of the indexes and of the triggers that the database has', () => {
  expect(OPEN).toBe(migrated.OPEN);
  expect(OVERLAP_TRIGGER).toBe(migrated.OVERLAP_TRIGGER);
});
