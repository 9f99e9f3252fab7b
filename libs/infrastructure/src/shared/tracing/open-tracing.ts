import { Tracing } from '@fleet/application/shared/tracing';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { Untraced } from './untraced';

/** Loads what tracing takes only where it is wanted: it costs memory, and time at the start. */
export async function openTracing({ environment }: Configuration, outbound: Outbound): Promise<Tracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME } = environment;
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return new Untraced();
  const { OpenTelemetryTracing } = await import('./open-telemetry-tracing');
  return new OpenTelemetryTracing(OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, outbound.policy('traces'));
}
