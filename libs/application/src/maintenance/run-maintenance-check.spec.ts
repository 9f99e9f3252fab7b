import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { addDays } from '@fleet/domain/shared/calendar';
import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { MaintenanceAlerts, VehicleDue } from './maintenance-alerts';
import { RunMaintenanceCheck } from './run-maintenance-check';

/** Notes what the check does, in its order. */
class NotedAlerts extends MaintenanceAlerts {
  constructor(private readonly notes: string[]) {
    super();
  }

  async vehicleDue({ vehicleId, plate, nextMaintenanceDate }: VehicleDue, timeZone: string): Promise<void> {
    this.notes.push(`telling ${plate}`);
    await Promise.resolve();
    this.notes.push(`told ${vehicleId} ${plate} ${nextMaintenanceDate.toISOString()} ${timeZone}`);
  }

  checkDone(count: number): void {
    this.notes.push(`done with ${count}`);
  }
}

function scene(plates: string[]) {
  const notes: string[] = [];
  const streamDue = async function* (until: Date) {
    notes.push(`asked for ${until.toISOString()}`);
    try {
      for (const plate of plates) {
        notes.push(`read ${plate}`);
        yield { id: `id of ${plate}`, plate, nextMaintenanceDate: EARLIER.toISOString() };
      }
    } finally {
      notes.push('closed');
    }
  };
  const settings = {
    maintenanceDaysThreshold: 7,
    maintenanceIntervalDays: 90,
    assignmentBufferMinutes: 0,
    timeZone: 'America/Sao_Paulo',
    scheduleAheadDays: 7,
  };
  const vehicles = { streamDue } as unknown as VehicleQueries;
  return { notes, check: new RunMaintenanceCheck(vehicles, new NotedAlerts(notes), new FixedClock(), settings) };
}

const told = (plate: string) => `told id of ${plate} ${plate} ${EARLIER.toISOString()} America/Sao_Paulo`;

describe('RunMaintenanceCheck', () => {
  it('tells of one vehicle after the other, reading the next when the last is told, and then how many there were', async () => {
    const { notes, check } = scene(['A', 'B']);
    const view = await check.execute();
    expect(view).toEqual({ checkedAt: NOW.toISOString(), daysThreshold: 7, count: 2 });
    expect(notes).toEqual([
      `asked for ${addDays(NOW, 7).toISOString()}`,
      ...['read A', 'telling A', told('A')],
      ...['read B', 'telling B', told('B')],
      'closed',
      'done with 2',
    ]);
  });

  it('says that there were none', async () => {
    const { notes, check } = scene([]);
    expect((await check.execute()).count).toBe(0);
    expect(notes.at(-1)).toBe('done with 0');
  });

  it('stops before the next vehicle when it is told to, and does not say that it is done', async () => {
    const { notes, check } = scene(['A', 'B', 'C']);
    const stop = new AbortController();
    const reason = new Error('enough');
    const run = check.execute(stop.signal);
    stop.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(notes.filter((note) => note.startsWith('told'))).toEqual([]);
    expect(notes.at(-1)).toBe('closed');
  });

  it('does not say that it is done when it is stopped after the last vehicle', async () => {
    const { notes, check } = scene([]);
    await expect(check.execute(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(notes).not.toContain('done with 0');
  });
});
