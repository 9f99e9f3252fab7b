import { Injectable } from '@nestjs/common';
import { DependencyCycleError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';

/** How many deliveries are looked at behind one: chains of pickups and drop-offs are short. */
const MAX_BEHIND = 1_000;

/** Sees to it that deliveries wait for such as there are, and never for each other. */
@Injectable()
export class DeliveryLinks {
  constructor(private readonly deliveries: DeliveryRepository) {}

  /**
   * For a delivery that nobody can wait for yet. Outside of a unit of work too, in rehearsals.
   * @throws InvalidFieldsError when one of them is no delivery
   */
  async mustExist(after: readonly DeliveryId[]): Promise<void> {
    const found = new Set(await this.deliveries.findExisting(after));
    const unknown = after.filter((id) => !found.has(id));
    if (unknown.length === 0) return;
    throw new InvalidFieldsError(
      unknown.map((id) => ({ field: 'after', message: `names ${id}, which is no delivery` })),
    );
  }

  /**
   * Inside a unit of work: of two who close a circle from its two ends, the second comes here after the first and sees it.
   * @throws InvalidFieldsError, DependencyCycleError
   */
  async mayWait(id: DeliveryId, after: readonly DeliveryId[]): Promise<void> {
    await this.mustExist(after);
    await this.deliveries.lockLinks();
    const seen = new Set<DeliveryId>();
    for (let next = [...after]; next.length > 0;) {
      if (next.includes(id)) throw new DependencyCycleError();
      next.forEach((one) => seen.add(one));
      if (seen.size > MAX_BEHIND) throw tooMany();
      const behind = await this.deliveries.findPredecessors(next);
      next = [...new Set(behind)].filter((one) => !seen.has(one));
    }
  }
}

function tooMany(): InvalidFieldsError {
  const message = `must not have more than ${MAX_BEHIND} deliveries behind it`;
  return new InvalidFieldsError([{ field: 'after', message }]);
}
