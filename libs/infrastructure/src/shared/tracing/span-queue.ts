import { getNumberFromEnv } from '@opentelemetry/core';
import { BatchSpanProcessor, ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace-node';

const MOST_WAITING = getNumberFromEnv('OTEL_BSP_MAX_QUEUE_SIZE') ?? 2_048;

/**
 * Spans wait here for the next batch. The library's queue drops what is too much without a word: this one keeps the bound
 * itself, and tells.
 */
export class SpanQueue implements SpanProcessor {
  private readonly batches: BatchSpanProcessor;
  private waiting = 0;

  /** @param dropped is told of each span that found no place */
  constructor(
    exporter: SpanExporter,
    private readonly dropped: () => void,
  ) {
    const counted: SpanExporter = {
      export: (spans, done) => {
        this.waiting -= spans.length;
        exporter.export(spans, done);
      },
      shutdown: () => exporter.shutdown(),
    };
    this.batches = new BatchSpanProcessor(counted, { maxQueueSize: MOST_WAITING });
  }

  onStart(): void {}

  /** Only of spans that are recorded. */
  onEnd(span: ReadableSpan): void {
    if (this.waiting >= MOST_WAITING) return this.dropped();
    this.waiting += 1;
    this.batches.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.batches.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.batches.shutdown();
  }
}
