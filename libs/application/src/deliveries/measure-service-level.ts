import { Injectable } from '@nestjs/common';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { InvalidCursorError } from '@fleet/application/shared/application-error';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { FirstGroups, Group } from './first-groups';
import { LateMinutes } from './late-minutes';
import { ServiceLevelGroup, ServiceLevelQueries } from './service-level.queries';
import { punctuality, ServiceLevelGroupView, ServiceLevelView } from './service-level.view';

const DAY_MS = 24 * 60 * 60 * 1000;
export const SERVICE_LEVEL_MAX_DAYS = 366;

export interface ServiceLevelRequest extends PageRequest {
  readonly from: Date;
  readonly to: Date;
  readonly by?: ServiceLevelGroup | undefined;
}

/** How late deliveries were against what was promised, all together and group by group. */
@Injectable()
export class MeasureServiceLevel {
  constructor(private readonly queries: ServiceLevelQueries) {}

  /** @throws InvalidFieldsError, InvalidCursorError */
  async execute({ from, to, by, limit, cursor }: ServiceLevelRequest): Promise<ServiceLevelView> {
    checkRange(from, to);
    const scope = [from.toISOString(), to.toISOString(), by ?? null] as const;
    const after = cursor === undefined ? undefined : keyOf(cursor, scope);
    const total = new LateMinutes();
    // One more than the page has tells whether there is another page.
    const first = by && new FirstGroups(limit + 1, after);
    for await (const counted of this.queries.count(from, to, by)) {
      total.add(counted.lateMinutes, counted.count);
      first?.add(counted);
    }
    const groups = first ? await this.page(by, first.sorted, limit, scope) : null;
    return { by: by ?? null, from: scope[0], to: scope[1], total: punctuality(total), groups };
  }

  private async page(
    by: ServiceLevelGroup,
    groups: readonly [string, Group][],
    limit: number,
    scope: Scope,
  ): Promise<Page<ServiceLevelGroupView>> {
    const shown = groups.slice(0, limit);
    const names = await this.queries.names(by, new Map(shown.map(([key, { sampleId }]) => [key, sampleId])));
    const items = shown.map(([key, { lateMinutes }]) => {
      return { key: key || null, name: names.get(key) ?? null, ...punctuality(lateMinutes) };
    });
    return { items, nextCursor: groups.length > limit ? cursorAfter(shown.at(-1)![0], scope) : null };
  }
}

function checkRange(from: Date, to: Date): void {
  const checks = new FieldChecks();
  if (from >= to) checks.fault('to', 'must be after from');
  else if (to.getTime() - from.getTime() > SERVICE_LEVEL_MAX_DAYS * DAY_MS) {
    checks.fault('to', `must be at most ${SERVICE_LEVEL_MAX_DAYS} days after from`);
  }
  checks.done();
}

type Scope = readonly (string | null)[];

function cursorAfter(key: string, scope: Scope): string {
  // Keys and instants are ASCII. Made fit for an address: no + and no /.
  return btoa(JSON.stringify([...scope, key]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @throws InvalidCursorError when it is none of this range and these groups */
function keyOf(cursor: string, scope: Scope): string {
  const [key] = partsOf(cursor).slice(scope.length);
  if (typeof key !== 'string' || cursorAfter(key, scope) !== cursor) throw new InvalidCursorError();
  return key;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
