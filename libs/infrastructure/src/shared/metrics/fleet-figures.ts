import { Gauge } from 'prom-client';
import { Settings } from '@fleet/application/shared/settings';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { FLEET_PATIENCE_MS } from '@fleet/infrastructure/shared/siblings/patience';
import { FleetCounts, Figures, readFleetCounts } from './fleet-counts';
import { LatestReading } from './latest-reading';
import { Metrics } from './metrics';

/** How old the figures of a scrape may be. */
const GOOD_FOR_MS = 15_000;

/**
 * The fleet in numbers, and the leases. While the database is away, or takes longer than a scrape has patience with it, there
 * are none: an old number would look like a new one.
 */
export function registerFleetFigures(metrics: Metrics, database: ReadDatabase, clock: Clock, settings: Settings): void {
  const dueBy = () => addDays(clock.now(), settings.maintenanceDaysThreshold);
  const latest = new LatestReading(() => readFleetCounts(database, dueBy()), GOOD_FOR_MS, FLEET_PATIENCE_MS);
  const gauge = (name: string, help: string, label: string | null, figures: (counts: FleetCounts) => Figures) =>
    new Gauge({
      name,
      help,
      labelNames: label === null ? [] : [label],
      registers: [metrics.registry],
      // Every process sees the same fleet.
      aggregator: 'max',
      async collect() {
        const counts = await latest.get();
        this.reset();
        // Without a label there is a 0, which nobody has counted.
        if (label === null) this.remove();
        if (!counts) return;
        for (const [value, number] of figures(counts)) this.set(label === null ? {} : { [label]: value }, number);
      },
    });
  gauge('vehicles', 'Vehicles.', 'status', ({ vehicles }) => vehicles);
  gauge('vehicles_due', 'Vehicles whose maintenance is due.', null, ({ dueVehicles }) => dueVehicles);
  gauge('trips_active', 'Trips that have not ended.', null, ({ activeTrips }) => activeTrips);
  gauge('deliveries', 'Deliveries.', 'status', ({ deliveries }) => deliveries);
  gauge('open_incidents', 'Incidents that nobody has resolved.', null, ({ openIncidents }) => openIncidents);
  gauge('lease_epoch', 'The last tick that was taken, in Unix time.', 'lease', ({ leaseEpochs }) => leaseEpochs);
}
