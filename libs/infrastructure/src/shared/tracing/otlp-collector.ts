import { ExportResultCode, parseKeyPairsIntoRecord } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';

type Done = Parameters<SpanExporter['export']>[1];

/**
 * Sends spans to a collector over OTLP/HTTP, as JSON, through the policy of what leaves the process: one that is away or
 * slow holds nothing up. The library's own exporter asks again by itself, which would multiply the policy's attempts.
 */
export class OtlpCollector implements SpanExporter {
  private readonly url: string;

  /**
   * @param endpoint of the collector, before `/v1/traces`
   * @param headers as `OTEL_EXPORTER_OTLP_HEADERS` has them: `name=value,…`
   */
  constructor(
    endpoint: string,
    private readonly headers: string | undefined,
    private readonly policy: OutboundPolicy,
  ) {
    this.url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  }

  export(spans: ReadableSpan[], done: Done): void {
    const body = JsonTraceSerializer.serializeRequest(spans);
    // Spans that arrive twice are one: they have ids.
    this.policy
      .run((signal) => this.post(body, signal), { repeats: true })
      .then((taken) => {
        if (!taken) throw new Error('The collector does not want the spans.');
        done({ code: ExportResultCode.SUCCESS });
      })
      .catch((error: Error) => {
        this.policy.gaveUp(spans.length);
        done({ code: ExportResultCode.FAILED, error });
      });
  }

  async shutdown(): Promise<void> {}

  /** @returns false when the collector is there and does not want them: a wrong key, for one */
  private async post(body: Uint8Array | undefined, signal: AbortSignal): Promise<boolean> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { ...parseKeyPairsIntoRecord(this.headers), 'Content-Type': 'application/json' },
      body,
      signal,
    });
    await answer.body?.cancel();
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The collector answered with ${answer.status}.`);
    return answer.ok;
  }
}
