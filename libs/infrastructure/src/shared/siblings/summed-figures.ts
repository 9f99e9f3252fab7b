import { AggregatorRegistry, Registry } from 'prom-client';
import { Channel } from './channel';

/** A metric as the registry describes it. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  /** How those of several processes become one. */
  readonly aggregator: string;
  readonly values: readonly { readonly value: number; readonly labels: Readonly<Record<string, string>> }[];
}

export type Figures = readonly Metric[];

/** What only grows, and must not shrink when somebody who has counted is there no more. */
const GROWING = ['counter', 'histogram'];

/** What all workers have counted, those that have ended included. */
export class SummedFigures {
  private readonly latest = new Map<Channel, Figures>();
  /** Of all that have ended, one sum. */
  private gone: Figures = [];

  /** From then on it counts. */
  joined(worker: Channel): void {
    this.latest.set(worker, []);
  }

  /** Of a worker that has left nothing is taken any more: it would count twice. */
  note(worker: Channel, figures: Figures): void {
    // Left in, what the library omits would take the primary's own of the same name with it.
    const shown = figures.filter(({ aggregator }) => aggregator !== 'omit');
    if (this.latest.has(worker)) this.latest.set(worker, shown);
  }

  /** It counts on with what was last heard of it. Summed up before anybody else has a turn: two who did would both add it. */
  left(worker: Channel): void {
    const last = this.latest.get(worker) ?? [];
    this.latest.delete(worker);
    this.gone = sum([this.gone, growing(last)]).getMetricsAsArray() as unknown as Figures;
  }

  /**
   * As Prometheus reads it. Of whoever does not answer in time what was last heard, but for what goes up and down: of a
   * worker that hangs it would look well.
   * @param about what to add, by how many have answered
   */
  async text(about: (answering: number) => Figures): Promise<string> {
    const answering = new Set<Channel>();
    const ask = async (worker: Channel) => {
      const figures = await worker.ask<Figures>('metrics/own', null).catch(() => null);
      if (!figures) return;
      this.note(worker, figures);
      answering.add(worker);
    };
    await Promise.all([...this.latest.keys()].map(ask));
    const heard = [...this.latest].map(([worker, last]) => (answering.has(worker) ? last : growing(last)));
    return sum([...heard, this.gone, about(answering.size)]).metrics();
  }
}

function growing(figures: Figures): Figures {
  return figures.filter(({ type }) => GROWING.includes(type));
}

function sum(all: readonly Figures[]): Registry {
  return AggregatorRegistry.aggregate(all as unknown as object[]);
}
