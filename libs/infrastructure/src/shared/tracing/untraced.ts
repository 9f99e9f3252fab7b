import { FollowedRequest, Tracing } from '@fleet/application/shared/tracing';

/** Follows nothing, and costs nothing. */
export class Untraced extends Tracing {
  readonly traceId = undefined;

  arrived(): FollowedRequest | null {
    return null;
  }

  follow<T>(_name: string, work: () => T): T {
    return work();
  }

  add(): void {}

  async close(): Promise<void> {}
}
