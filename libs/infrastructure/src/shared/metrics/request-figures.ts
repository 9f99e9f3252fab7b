import { Counter, Gauge } from 'prom-client';
import { AnsweredRequest, RequestMeter } from '@fleet/application/shared/request-meter';
import { Metrics } from './metrics';
import { Timings, TimingSeries } from './timings';

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.085, 0.12, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the HTTP door does, by method, route and status. */
export class RequestFigures extends RequestMeter {
  private readonly durations = new Timings('request_duration_seconds', 'How long requests took to answer.', BOUNDS);
  private readonly series = new Map<string, TimingSeries>();
  private inFlight = 0;

  constructor(metrics: Metrics) {
    super();
    const registers = [metrics.registry];
    const { all } = this.durations;
    metrics.add(this.durations);
    new Counter({
      name: 'requests_total',
      help: 'Requests that were answered, or given up by the client (status 499).',
      labelNames: ['method', 'route', 'status'],
      registers,
      // They are counted with their durations already.
      collect() {
        this.reset();
        for (const { labels, count } of all) this.inc(labels, count);
      },
    });
    const inFlight = () => this.inFlight;
    new Gauge({
      name: 'requests_in_flight',
      help: 'Requests that are being answered.',
      registers,
      collect() {
        this.set(inFlight());
      },
    });
  }

  began(): void {
    this.inFlight++;
  }

  ended({ method, route, status }: AnsweredRequest, milliseconds: number): void {
    this.inFlight--;
    const key = `${method} ${status} ${route}`;
    let series = this.series.get(key);
    if (!series) {
      series = this.durations.series({ method, route, status: String(status) });
      this.series.set(key, series);
    }
    series.observe(milliseconds / 1000);
  }
}
