import type { Figures } from './summed-figures';

const START_REASONS = ['start', 'replacement', 'ended'] as const;

/** `ended`: another one had ended unasked, or did not get to serve. */
export type StartReason = (typeof START_REASONS)[number];

/** What only the process that started the workers knows of them. */
export class WorkerFigures {
  private readonly starts = new Map<StartReason, number>();
  private readonly since = Math.round(Date.now() / 1000 - process.uptime());

  started(reason: StartReason): void {
    this.starts.set(reason, (this.starts.get(reason) ?? 0) + 1);
  }

  /** @param running processes, those included that do not serve yet @param answering those that were heard for this scrape */
  figures(running: number, answering: number): Figures {
    return [
      gauge('workers', 'Processes that share the port.', running),
      gauge('workers_answering', 'Those of them that answered this scrape.', answering),
      {
        name: 'worker_starts_total',
        help: 'Processes that were started to share the port.',
        type: 'counter',
        aggregator: 'sum',
        // A counter that begins at 1 hides its first increase.
        values: START_REASONS.map((reason) => ({ value: this.starts.get(reason) ?? 0, labels: { reason } })),
      },
      // Of each worker its own would change at each replacement; this one changes when all of them start anew.
      gauge('process_start_time_seconds', 'When the process that starts the others began, in Unix time.', this.since),
    ];
  }
}

function gauge(name: string, help: string, value: number): Figures[number] {
  return { name, help, type: 'gauge', aggregator: 'sum', values: [{ value, labels: {} }] };
}
