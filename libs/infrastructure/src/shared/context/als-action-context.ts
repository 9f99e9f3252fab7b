import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Action, ActionContext } from '@fleet/application/shared/action-context';

/** Follows an action through everything that is awaited in its course. */
@Injectable()
export class AlsActionContext extends ActionContext {
  private readonly storage = new AsyncLocalStorage<Action>();
  private readonly outside: Action = { actor: 'system', correlationId: randomUUID() };

  get current(): Action {
    return this.storage.getStore() ?? this.outside;
  }

  run<T>(action: Action, work: () => T): T {
    return this.storage.run(action, work);
  }
}
