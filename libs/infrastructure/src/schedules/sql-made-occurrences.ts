import { Injectable } from '@nestjs/common';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { MadeOccurrences } from '@fleet/application/schedules/made-occurrences';
import { DueSchedule } from '@fleet/application/schedules/schedule.queries';
import { Clock } from '@fleet/domain/shared/clock';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';

type Read = Pick<DueSchedule, 'id' | 'version'>;

/** Somebody has it who went another way: look again, and find it taken. */
const TAKEN = {
  name: 'PK_ScheduleOccurrences',
  column: 'ScheduleOccurrences.ScheduleId',
  error: () => new ConcurrentUpdateError(),
};

const MOVE_ON = `UPDATE Schedules SET CreatedUntil = ? WHERE Id = ? AND Version = ? AND Active = ? AND CreatedUntil < ?`;

const CLAIM = `INSERT INTO ScheduleOccurrences (ScheduleId, OccursAt, RouteId, CreatedAt) SELECT ?, ?, NULL, ?
  WHERE NOT EXISTS (SELECT 1 FROM ScheduleOccurrences WHERE ScheduleId = ? AND OccursAt = ?)`;

/**
 * The schedule's row is what workers meet at: whoever moves it behind an occurrence has it until the commit, and those
 * who come later find it moved. The occurrence's primary key is the last guard.
 */
@Injectable()
export class SqlMadeOccurrences extends MadeOccurrences {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {
    super();
  }

  async claim(due: Read, occursAt: Date): Promise<boolean> {
    const behind = new Date(occursAt.getTime() + 1);
    if (!(await this.move(due, behind))) return false;
    const parameters = [due.id, occursAt, this.clock.now(), due.id, occursAt];
    return (await guarded([TAKEN], () => this.statements.change(CLAIM, parameters))) === 1;
  }

  async keep(scheduleId: string, occursAt: Date, routeId: string): Promise<void> {
    const sql = 'UPDATE ScheduleOccurrences SET RouteId = ? WHERE ScheduleId = ? AND OccursAt = ?';
    await this.statements.change(sql, [routeId, scheduleId, occursAt]);
  }

  async moveOn(due: Read, until: Date): Promise<void> {
    await this.move(due, until);
  }

  private async move({ id, version }: Read, until: Date): Promise<boolean> {
    return (await this.statements.change(MOVE_ON, [until, id, version, true, until])) === 1;
  }
}
