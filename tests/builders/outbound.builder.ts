import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';

/** The policies of a process, with the usual settings or with these. */
export function anOutbound(variables: Record<string, string> = {}, metrics = new Metrics()): Outbound {
  return new Outbound(loadConfiguration(variables).environment, metrics);
}
