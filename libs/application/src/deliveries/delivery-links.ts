import { Injectable } from '@nestjs/common';
import { DependencyCycleError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';

/** Sees to it that deliveries wait for such as there are, and never for each other. Inside a unit of work. */
@Injectable()
export class DeliveryLinks {
  constructor(private readonly deliveries: DeliveryRepository) {}

  /** For a delivery that nobody can wait for yet. @throws InvalidFieldsError when one of them is no delivery */
  async mustExist(after: readonly DeliveryId[]): Promise<void> {
    const found = new Set(await this.deliveries.findExisting(after));
    const unknown = after.filter((id) => !found.has(id));
    if (unknown.length === 0) return;
    throw new InvalidFieldsError(
      unknown.map((id) => ({ field: 'after', message: `names ${id}, which is no delivery` })),
    );
  }

  /**
   * Of two who close a circle from its two ends, the second waits here and then sees it.
   * @throws InvalidFieldsError, DependencyCycleError
   */
  async mayWait(id: DeliveryId, after: readonly DeliveryId[]): Promise<void> {
    await this.mustExist(after);
    await this.deliveries.lockLinks();
    const seen = new Set<DeliveryId>();
    for (let next = [...after]; next.length > 0;) {
      if (next.includes(id)) throw new DependencyCycleError();
      next.forEach((one) => seen.add(one));
      const behind = await this.deliveries.findPredecessors(next);
      next = [...new Set(behind)].filter((one) => !seen.has(one));
    }
  }
}
