// Building a formatter costs a hundred times what formatting costs, and a check may write 100,000 alerts.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The line that the maintenance check writes for one vehicle.
 * @param timeZone the IANA name of the zone whose calendar names the day
 * @throws RangeError when there is no such zone
 */
export function maintenanceAlert(plate: string, nextMaintenanceDate: Date, timeZone: string): string {
  return `[ALERTA] Veículo ${plate} com manutenção próxima (${formatter(timeZone).format(nextMaintenanceDate)})`;
}

/** The line that ends a maintenance check. */
export function maintenanceCheckSummary(count: number): string {
  return `MaintenanceCheckJob executado. ${count} veículos com manutenção próxima.`;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  // Brazil writes dd/MM/yyyy.
  const made = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  formatters.set(timeZone, made);
  return made;
}
