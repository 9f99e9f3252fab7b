import type { Logger } from 'pino';

const REPORT_MS = 10_000;

/** Says that requests are refused, once at the beginning and then how many; a line for each would be a load of its own. */
export class Refusals {
  private count = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly logger: Logger) {}

  note(): void {
    this.count++;
    if (this.timer) return;
    this.logger.warn('The service is overloaded: it refuses requests with 503 until it has caught up.');
    this.timer = setInterval(() => this.report(), REPORT_MS).unref();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private report(): void {
    if (this.count > 0) this.logger.warn({ refused: this.count }, 'Requests were refused in an overload');
    else this.timer = void clearInterval(this.timer);
    this.count = 0;
  }
}
