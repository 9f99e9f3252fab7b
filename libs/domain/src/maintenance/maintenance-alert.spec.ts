import { maintenanceAlert, maintenanceCheckSummary } from './maintenance-alert';

const instant = new Date('2026-03-05T02:30:00.000Z');

describe('the maintenance alert', () => {
  it('reads to the letter', () => {
    expect(maintenanceAlert('ABC-1234', instant, 'UTC')).toBe(
      '[ALERTA] Veículo ABC-1234 com manutenção próxima (05/03/2026)',
    );
  });

  it.each([
    ['UTC', '05/03/2026'],
    ['America/Sao_Paulo', '04/03/2026'],
    ['Asia/Tokyo', '05/03/2026'],
    ['America/Los_Angeles', '04/03/2026'],
  ])('names the day as %s has it', (timeZone, day) => {
    expect(maintenanceAlert('A', instant, timeZone)).toBe(`[ALERTA] Veículo A com manutenção próxima (${day})`);
  });

  it('names the leap day and the turn of the year', () => {
    expect(maintenanceAlert('A', new Date('2024-02-29T12:00:00.000Z'), 'UTC')).toContain('(29/02/2024)');
    expect(maintenanceAlert('A', new Date('2026-01-01T02:59:59.999Z'), 'America/Sao_Paulo')).toContain('(31/12/2025)');
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => maintenanceAlert('A', instant, 'Mars/Olympus')).toThrow(RangeError);
  });

  it('is fast enough for 100,000 vehicles', () => {
    const made = jest.spyOn(Intl, 'DateTimeFormat');
    for (let i = 0; i < 3; i++) maintenanceAlert('A', instant, 'Europe/Lisbon');
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});

describe('the end of a maintenance check', () => {
  it.each([0, 1, 100_000])('tells the count to the letter: %i', (count) => {
    expect(maintenanceCheckSummary(count)).toBe(
      `MaintenanceCheckJob executado. ${count} veículos com manutenção próxima.`,
    );
  });
});
