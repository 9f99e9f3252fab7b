import { Channel } from './channel';

/** What one worker tells the others, through the process that started them all. */
export interface News {
  readonly topic: string;
  readonly body: unknown;
}

/** The other workers behind the same port. A process that serves alone has none. */
export class Siblings {
  /** @param primary the way to the process that started them all; null when there is none */
  constructor(readonly primary: Channel | null) {}

  /** From then on the others' news are heard. */
  join(): void {
    this.primary?.tell('join', null);
  }

  /** @param listener when what it gives has resolved, the news have done here what they are for */
  hear<Body>(topic: string, listener: (body: Body) => Promise<void>): void {
    this.primary?.on(topic, listener);
  }

  /** Resolves when the news have done in every sibling what they are for; in a second at most, whoever hangs. */
  async tell(topic: string, body: unknown): Promise<void> {
    if (!this.primary) return;
    const news: News = { topic, body };
    await this.primary.ask('news', news).catch(() => undefined);
  }
}
