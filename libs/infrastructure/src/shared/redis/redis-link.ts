import { setImmediate as endOfTurn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy } from 'cockatiel';
import { createClient } from 'redis';

type RedisClient = ReturnType<typeof createClient>;

export interface LinkListeners {
  /** After every connect. */
  readonly onReady: () => void;
  /** After every subscription: what was published before it was not heard. */
  readonly onSubscribed: () => void;
}

const COMMAND_TIMEOUT_MS = 50;
const FAILURES_BEFORE_BREAK = 5;
const BREAK_MS = 1_000;
const LONGEST_RECONNECT_PAUSE_MS = 2_000;

/**
 * The way to a Redis that may be away, slow or gone at any moment. Commands fail fast instead of waiting:
 * nothing is queued while there is no connection, a command has 50 ms, and a breaker spares the ones that follow.
 */
export class RedisLink {
  private readonly logger = new Logger('Redis');
  /** For libraries that want the client itself; what they do goes through {@link run} all the same. */
  readonly client: RedisClient;
  private readonly subscribers: RedisClient[] = [];
  private readonly breaker = circuitBreaker(handleAll, {
    halfOpenAfter: BREAK_MS,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_BREAK),
  });
  private readonly timeout = timeout(COMMAND_TIMEOUT_MS, {
    strategy: TimeoutStrategy.Cooperative,
    abortOnReturn: false,
  });

  constructor(url: string) {
    this.client = createClient({
      url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 1_000,
        reconnectStrategy: (attempt) => Math.min(50 * 2 ** attempt, LONGEST_RECONNECT_PAUSE_MS),
      },
    });
  }

  /** Starts connecting and returns at once. */
  open(): void {
    this.connect(this.client);
    this.client.on('ready', () => this.logger.log('Redis is connected.'));
    this.client.on('reconnecting', () => this.warnOnce());
  }

  /** Hears what is published, on a connection of its own. Returns at once. */
  subscribe(channel: string, onMessage: (message: string) => void, { onReady, onSubscribed }: LinkListeners): void {
    this.client.on('ready', onReady);
    if (this.client.isReady) onReady();
    const subscriber = this.client.duplicate();
    this.subscribers.push(subscriber);
    subscriber.on('ready', () => {
      // Subscribing again replaces the subscription; the first may have been cut off before it was confirmed.
      subscriber.subscribe(channel, onMessage).then(onSubscribed, () => undefined);
    });
    this.connect(subscriber);
  }

  /** @throws Error at once when Redis is away, within 50 ms when it is slow */
  run<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    return this.breaker.execute(async () => {
      const answer = command(this.client);
      // It leaves at the end of this turn of the event loop. How long the turn takes is not the fault of Redis.
      await Promise.race([answer, endOfTurn()]);
      return this.timeout.execute(({ signal }) => Promise.race([answer, lateness(signal)]));
    });
  }

  async answers(): Promise<boolean> {
    try {
      await this.run((client) => client.ping());
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    for (const connection of [this.client, ...this.subscribers]) connection.destroy();
  }

  private connect(connection: RedisClient): void {
    connection.on('error', (error: Error) => this.logger.debug(`Redis is away: ${error.message}`));
    connection.connect().catch(() => undefined); // The error listener has told; the client goes on trying.
  }

  private warned = false;

  private warnOnce(): void {
    if (!this.warned)
      this.logger.warn(
        'Redis is away. Answers come from memory and the database, and limits are counted by this process, until it is back.',
      );
    this.warned = true;
    this.client.once('ready', () => (this.warned = false));
  }
}

/** Fails when the time is up, once what had come by then was read: who looks late may find the answer there. */
function lateness(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error(`Redis did not answer within ${COMMAND_TIMEOUT_MS} ms.`));
    signal.addEventListener('abort', () => setImmediate(fail), { once: true });
  });
}
