import { AggregatorRegistry } from 'prom-client';
import { Channel } from './channel';

/** A metric as the registry describes it. */
interface Metric {
  readonly name: string;
  readonly type: string;
  readonly values: readonly { readonly value: number }[];
}

export type Figures = readonly Metric[];

/** What only grows, and must not shrink when somebody who has counted is there no more. */
const GROWING = ['counter', 'histogram'];

/** What all workers have counted, those that have ended included. */
export class SummedFigures {
  private readonly latest = new Map<Channel, Figures>();
  private gone: Figures[] = [];

  note(worker: Channel, figures: Figures): void {
    this.latest.set(worker, figures);
  }

  /** It counts on with what was last heard of it. */
  left(worker: Channel): void {
    const last = this.latest.get(worker);
    this.latest.delete(worker);
    if (last) this.gone.push(last.filter(({ type }) => GROWING.includes(type)));
  }

  /** As Prometheus reads it; of whoever hangs, what was last heard. */
  async text(workers: Iterable<Channel>): Promise<string> {
    await Promise.all([...workers].map((worker) => this.ask(worker)));
    const text = await sum([...this.latest.values(), ...this.gone]).metrics();
    await this.mergeGone();
    return text;
  }

  private async ask(worker: Channel): Promise<void> {
    const figures = await worker.ask<Figures>('metrics/own', null).catch(() => null);
    if (figures) this.latest.set(worker, figures);
  }

  private async mergeGone(): Promise<void> {
    const merged = this.gone;
    if (merged.length < 2) return;
    const one = (await sum(merged).getMetricsAsJSON()) as unknown as Figures;
    this.gone = [one, ...this.gone.filter((figures) => !merged.includes(figures))];
  }
}

function sum(all: readonly Figures[]) {
  return AggregatorRegistry.aggregate(all as unknown as object[]);
}
