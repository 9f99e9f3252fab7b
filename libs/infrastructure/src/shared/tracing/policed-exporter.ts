import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';

type Done = Parameters<SpanExporter['export']>[1];
type Result = Parameters<Done>[0];

/** `ExportResultCode.FAILED`, whose package is not among ours. */
const FAILED: Result['code'] = 1;

/** Sends spans through the policy of what leaves the process: a collector that is away or slow holds nothing up. */
export class PolicedExporter implements SpanExporter {
  constructor(
    private readonly inner: SpanExporter,
    private readonly policy: OutboundPolicy,
  ) {}

  export(spans: ReadableSpan[], done: Done): void {
    // Spans that arrive twice are one: they have ids.
    this.policy
      .run(() => this.send(spans), { repeats: true })
      .then(done, (error: Error) => {
        this.policy.gaveUp(spans.length);
        done({ code: FAILED, error });
      });
  }

  shutdown(): Promise<void> {
    return this.inner.shutdown();
  }

  private send(spans: ReadableSpan[]): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.inner.export(spans, (result) => {
        if (result.code === FAILED) reject(result.error ?? new Error('The collector did not take the spans.'));
        else resolve(result);
      });
    });
  }
}
