import { Channel } from '@fleet/infrastructure/shared/siblings/channel';

/** What Prometheus reads. */
export interface MetricsPage {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** The metrics of all workers behind one port as if they were one process: whichever of them is asked. */
export class PageOfAll implements MetricsPage {
  constructor(
    private readonly primary: Channel,
    readonly contentType: string,
  ) {}

  /** @throws Error when the process that sums them up does not answer: a part of them would look like a restart */
  metrics(): Promise<string> {
    return this.primary.ask<string>('metrics/all', null);
  }
}
