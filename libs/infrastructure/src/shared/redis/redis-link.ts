import { Logger } from '@nestjs/common';
import { createClient } from 'redis';
import { Tracing } from '@fleet/application/shared/tracing';
import { OutboundPolicy } from '@fleet/infrastructure/shared/resilience/outbound-policy';

type RedisClient = ReturnType<typeof createClient>;

export interface LinkListeners {
  /** After every connect. */
  readonly onReady: () => void;
  /** After every subscription: what was published before it was not heard. */
  readonly onSubscribed: () => void;
}

/** While commands are refused, a connected Redis is asked so often whether it answers again. */
const ASK_AGAIN_MS = 500;
const LONGEST_RECONNECT_PAUSE_MS = 2_000;

/**
 * The way to a Redis that may be away, slow or gone at any moment. Commands fail fast instead of waiting:
 * nothing is queued while there is no connection, a command has its time, and a breaker spares the ones that follow.
 * None is repeated: going on without Redis costs less. Once it answers again it is used at once, for what it has is the
 * older the longer it is not told of changes: this asks in the background, so that no request has to try.
 */
export class RedisLink {
  private readonly logger = new Logger('Redis');
  /** For libraries that want the client itself; what they do goes through {@link run} all the same. */
  readonly client: RedisClient;
  private readonly subscribers: RedisClient[] = [];
  private readonly readyListeners: (() => void)[] = [];
  private asking: NodeJS.Timeout | undefined;

  constructor(
    url: string,
    private readonly policy: OutboundPolicy,
    private readonly tracing: Tracing,
  ) {
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
    this.client.on('ready', () => void this.connected());
    this.policy.onBreak(() => this.askAgain());
    this.client.on('reconnecting', () => this.warnOnce());
  }

  /** Hears what is published, on a connection of its own. Returns at once. */
  subscribe(channel: string, onMessage: (message: string) => void, { onReady, onSubscribed }: LinkListeners): void {
    this.readyListeners.push(onReady);
    if (this.client.isReady) onReady();
    const subscriber = this.client.duplicate();
    this.subscribers.push(subscriber);
    subscriber.on('ready', () => {
      // Subscribing again replaces the subscription; the first may have been cut off before it was confirmed.
      subscriber.subscribe(channel, onMessage).then(onSubscribed, () => undefined);
    });
    this.connect(subscriber);
  }

  /**
   * @param name of the command, by which it is followed
   * @throws Error at once when Redis is away, in `REDIS_TIMEOUT_MS` when it is slow
   */
  run<T>(name: string, command: (client: RedisClient) => Promise<T>): Promise<T> {
    const start = performance.now();
    const answer = this.policy.run(() => command(this.client));
    if (this.tracing.traceId === undefined) return answer;
    const attributes = { 'db.system.name': 'redis', 'db.operation.name': name };
    const ended = (failed: boolean) => this.tracing.add(`redis ${name}`, attributes, start, failed);
    answer.then(
      () => ended(false),
      () => ended(true),
    );
    return answer;
  }

  async answers(): Promise<boolean> {
    try {
      await this.run('ping', (client) => client.ping());
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    clearTimeout(this.asking);
    for (const connection of [this.client, ...this.subscribers]) connection.destroy();
  }

  private connect(connection: RedisClient): void {
    connection.on('error', (error: Error) => this.logger.debug(`Redis is away: ${error.message}`));
    connection.connect().catch(() => undefined); // The error listener has told; the client goes on trying.
  }

  private async connected(): Promise<void> {
    this.logger.log('Redis is connected.');
    this.warned = false;
    await this.useAgain();
    for (const listener of this.readyListeners) listener();
  }

  private askAgain(): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.ask(), ASK_AGAIN_MS).unref();
  }

  /** Waits for the answer, however late: asking a second time before it is there would tell nothing. */
  private async ask(): Promise<void> {
    const start = performance.now();
    const isQuick = await this.client.ping().then(
      () => performance.now() - start < this.policy.timeoutMs,
      () => false,
    );
    if (isQuick) await this.useAgain();
    if (this.policy.isBroken && this.client.isOpen) this.askAgain();
  }

  /** If it fails the break begins anew. */
  private async useAgain(): Promise<void> {
    if (this.policy.isBroken) await this.policy.probe(() => this.client.ping()).catch(() => undefined);
  }

  private warned = false;

  private warnOnce(): void {
    if (!this.warned)
      this.logger.warn(
        'Redis is away. Answers come from memory and the database, and limits are counted without it, until it is back.',
      );
    this.warned = true;
  }
}
