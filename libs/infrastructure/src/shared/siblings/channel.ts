/** What a process and its child have between them: `process` in the one, the child's handle in the other. */
export interface Wire {
  send?(message: Frames, handle: undefined, options: undefined, sent: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
}

/** Everything that one turn of the event loop had to say; each message costs a system call on both sides. */
interface Frames {
  readonly frames: readonly Frame[];
}

interface Told {
  readonly topic: string;
  readonly body: unknown;
  readonly question?: number;
}

type Frame =
  | Told
  | { readonly answerTo: number; readonly body: unknown }
  | { readonly answerTo: number; readonly failure: string };

interface Question {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export type Handler = (body: never) => unknown;

/** Questions and answers between a process and its child. The other end may be busy, frozen or gone at any moment. */
export class Channel {
  private readonly handlers = new Map<string, Handler>();
  private readonly questions = new Map<number, Question>();
  private outbox: Frame[] = [];
  private asked = 0;
  private late = false;
  private messages = 0;
  private closed = false;

  /** @param patience how long an answer may take from the end of the turn in which was asked, in milliseconds */
  constructor(
    private readonly wire: Wire,
    private readonly patience: number,
  ) {
    wire.on('message', (message) => {
      if (!areFrames(message)) return;
      this.late = false;
      this.messages++;
      message.frames.forEach((frame) => this.take(frame));
    });
    wire.once('disconnect', () => this.end());
  }

  /** Whether the other end owes an answer, or has gone: what is asked now is not answered in time either. */
  get isLate(): boolean {
    return this.late || this.closed;
  }

  /** How many messages have come: while there are more, the other end does not hang. */
  get heard(): number {
    return this.messages;
  }

  /** @param handler what is told under this topic; what it gives is the answer to a question */
  on<Body>(topic: string, handler: (body: Body) => unknown): void {
    this.handlers.set(topic, handler);
  }

  tell(topic: string, body: unknown): void {
    this.post({ topic, body });
  }

  /**
   * The other end is asked even when it is late, and may do what it is asked to when it can.
   * @throws Error when there is no answer in time; at once while the other end is late
   */
  async ask<Answer>(topic: string, body: unknown): Promise<Answer> {
    const question = ++this.asked;
    const isLate = this.isLate;
    this.post({ topic, body, question });
    if (isLate) throw new Error('The process has not answered what it was asked before.');
    return new Promise<Answer>((resolve, reject) => {
      this.questions.set(question, { resolve: resolve as (answer: unknown) => void, reject });
    });
  }

  private post(frame: Frame): void {
    if (this.closed) return;
    if (this.outbox.push(frame) === 1) setImmediate(() => this.send());
  }

  private send(): void {
    const frames = this.outbox;
    this.outbox = [];
    // A process that has gone says so by itself: see `end`.
    this.wire.send!({ frames }, undefined, undefined, () => undefined);
    const asked = frames.flatMap((frame) => ('question' in frame ? [frame.question!] : []));
    if (asked.length === 0) return;
    // Whoever looks late finds what has come by then: the event loop reads before it calls immediates.
    setTimeout(() => setImmediate(() => this.giveUp(asked)), this.patience).unref();
  }

  private giveUp(asked: readonly number[]): void {
    for (const question of asked) {
      if (!this.questions.has(question)) continue;
      this.late = true;
      this.settle(question)!.reject(new Error(`The process did not answer within ${this.patience} ms.`));
    }
  }

  private take(frame: Frame): void {
    if ('topic' in frame) return void this.handle(frame);
    const question = this.settle(frame.answerTo);
    if ('failure' in frame) question?.reject(new Error(frame.failure));
    else question?.resolve(frame.body);
  }

  private async handle({ topic, body, question }: Told): Promise<void> {
    try {
      const answer = await this.handlers.get(topic)?.(body as never);
      if (question !== undefined) this.post({ answerTo: question, body: answer });
    } catch (error) {
      if (question !== undefined) this.post({ answerTo: question, failure: (error as Error).message });
    }
  }

  private settle(question: number): Question | undefined {
    const found = this.questions.get(question);
    this.questions.delete(question);
    return found;
  }

  private end(): void {
    this.closed = true;
    for (const question of [...this.questions.keys()]) {
      this.settle(question)!.reject(new Error('The process has ended.'));
    }
  }
}

function areFrames(message: unknown): message is Frames {
  return typeof message === 'object' && message !== null && 'frames' in message;
}
