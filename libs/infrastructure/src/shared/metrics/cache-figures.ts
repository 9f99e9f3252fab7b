import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from './metrics';

/** What one tier was asked for, and whether it had it. */
export interface TierFigures {
  hit: number;
  miss: number;
  /** It could not be asked, or what it had could not be used. */
  error: number;
}

const RESULTS = ['hit', 'miss', 'error'] as const;

/** What the tiers of the cache are asked for, and what had to be loaded. */
@Injectable()
export class CacheFigures {
  readonly memory: TierFigures = { hit: 0, miss: 0, error: 0 };
  readonly redis: TierFigures = { hit: 0, miss: 0, error: 0 };
  private readonly loads: Counter<'result'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    const tiers = Object.entries({ memory: this.memory, redis: this.redis });
    new Counter({
      name: 'cache_requests_total',
      help: 'What the tiers of the cache were asked for.',
      labelNames: ['tier', 'result'],
      registers,
      collect() {
        this.reset();
        for (const [tier, figures] of tiers) for (const result of RESULTS) this.inc({ tier, result }, figures[result]);
      },
    });
    new Gauge({
      name: 'cache_hit_ratio',
      help: 'The share of what a tier was asked for that it had, since the start. None before anybody has asked.',
      labelNames: ['tier'],
      registers,
      aggregator: 'average',
      collect() {
        for (const [tier, { hit, miss, error }] of tiers) {
          const asked = hit + miss + error;
          if (asked > 0) this.set({ tier }, hit / asked);
        }
      },
    });
    this.loads = new Counter({
      name: 'cache_loads_total',
      help: 'What no tier had and was loaded.',
      labelNames: ['result'],
      registers,
    });
    // A counter that begins at 1 hides its first increase.
    for (const result of ['ok', 'error']) this.loads.inc({ result }, 0);
  }

  /** Counts how the loading of what no tier had ends. */
  async load<T>(load: () => Promise<T>): Promise<T> {
    try {
      const value = await load();
      this.loads.inc({ result: 'ok' });
      return value;
    } catch (error) {
      this.loads.inc({ result: 'error' });
      throw error;
    }
  }
}
