import { ExportResultCode, parseKeyPairsIntoRecord } from '@opentelemetry/core';
import { IExportTraceServiceResponse, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
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
      .run((signal) => this.post(body, spans.length, signal), { repeats: true })
      .then((refused) => {
        if (refused > 0) this.policy.gaveUp(refused);
        done({ code: ExportResultCode.SUCCESS });
      })
      .catch((error: Error) => {
        this.policy.gaveUp(spans.length);
        done({ code: ExportResultCode.FAILED, error });
      });
  }

  async shutdown(): Promise<void> {}

  /** @returns how many of them the collector is there for and does not want: with a wrong key, all */
  private async post(body: Uint8Array | undefined, count: number, signal: AbortSignal): Promise<number> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { ...parseKeyPairsIntoRecord(this.headers), 'Content-Type': 'application/json' },
      body,
      // Followed, it would become a question, and show the headers to somebody else.
      redirect: 'manual',
      signal,
    });
    const text = await answer.text();
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The collector answered with ${answer.status}.`);
    return answer.ok ? refusedOf(text) : count;
  }
}

/** Spans of the batch that the collector has not taken, as it says itself. */
function refusedOf(answer: string): number {
  try {
    const { partialSuccess } = JSON.parse(answer) as IExportTraceServiceResponse;
    return Number(partialSuccess?.rejectedSpans ?? 0);
  } catch {
    // What took all of them need not say so in JSON.
    return 0;
  }
}
