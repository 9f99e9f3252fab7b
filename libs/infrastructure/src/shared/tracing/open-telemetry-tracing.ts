import { AsyncLocalStorage } from 'node:async_hooks';
import { Attributes, Context, ROOT_CONTEXT, Span, SpanKind, SpanStatusCode, trace, Tracer } from '@opentelemetry/api';
import { getStringFromEnv } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { FollowedRequest, Tracing } from '@fleet/application/shared/tracing';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';
import { OtlpCollector } from './otlp-collector';
import { SpanQueue } from './span-queue';
import { parentOf, traceparentOf } from './traceparent';

/** Who stops waits this long for the last spans to be taken. */
const LONGEST_CLOSE_MS = 5_000;

/**
 * Sends spans to a collector, in batches and from a bounded queue. It is nobody's global: what a process traces is said
 * by this object alone.
 */
export class OpenTelemetryTracing extends Tracing {
  private readonly storage = new AsyncLocalStorage<Span>();
  private readonly provider: NodeTracerProvider;
  private readonly tracer: Tracer;

  /** @param endpoint of the collector, before `/v1/traces` */
  constructor(endpoint: string, serviceName: string, policy: OutboundPolicy) {
    super();
    const collector = new OtlpCollector(endpoint, getStringFromEnv('OTEL_EXPORTER_OTLP_HEADERS'), policy);
    // The share of traces that is kept is said by OTEL_TRACES_SAMPLER, which the library reads.
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      spanProcessors: [new SpanQueue(collector, () => policy.gaveUp(1))],
    });
    this.tracer = this.provider.getTracer('fleet-manager');
  }

  get traceId(): string | undefined {
    return this.storage.getStore()?.spanContext().traceId;
  }

  arrived(method: string, traceparent: string | undefined): FollowedRequest {
    const attributes = { 'http.request.method': method };
    const span = this.tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parentOf(traceparent));
    return {
      traceId: span.spanContext().traceId,
      traceparent: traceparentOf(span),
      run: (work) => this.storage.run(span, work),
      answered: (route, status) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
        end(span, status >= 499);
      },
    };
  }

  follow<T>(name: string, work: () => T): T {
    const span = this.tracer.startSpan(name, {}, this.context());
    return this.storage.run(span, () => untilDone(span, work));
  }

  add(name: string, attributes: Attributes, start: number, failed: boolean): void {
    const startTime = performance.timeOrigin + start;
    const span = this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes, startTime }, this.context());
    end(span, failed);
  }

  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_CLOSE_MS)));
    await Promise.race([this.provider.shutdown().catch(() => undefined), tooLate]);
    clearTimeout(timer);
  }

  private context(): Context {
    const span = this.storage.getStore();
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  }
}

function untilDone<T>(span: Span, work: () => T): T {
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      end(span, false);
      return result;
    }
    return result.then(
      (value: unknown) => {
        end(span, false);
        return value;
      },
      (error: unknown) => {
        end(span, true);
        throw error;
      },
    ) as T;
  } catch (error) {
    end(span, true);
    throw error;
  }
}

/** Without the error's words: they may hold what is somebody's own. */
function end(span: Span, failed: boolean): void {
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
