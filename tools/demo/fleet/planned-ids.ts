import { Injectable } from '@nestjs/common';
import { SeededIdGenerator } from './seeded-id-generator';

/** The identities of what a plan speaks of. */
@Injectable()
export class PlannedIds {
  private readonly ids = new Map<object, string>();

  constructor(private readonly generator: SeededIdGenerator) {}

  /** Makes what is planned, with its own identity when it has one. */
  async make(planned: { id?: string | undefined }, execute: () => Promise<{ id: string }>): Promise<void> {
    this.generator.reserve(planned.id);
    this.ids.set(planned, (await execute()).id);
  }

  /** The next identity is this one, when there is one. */
  reserve(id: string | undefined): void {
    this.generator.reserve(id);
  }

  set(planned: object, id: string): void {
    this.ids.set(planned, id);
  }

  of(planned: object): string {
    return this.ids.get(planned)!;
  }
}
