import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { PastStates } from '@fleet/application/audit/past-states';
import { isWithin } from '@fleet/application/identity/limited-to';
import { DriverView } from './driver.view';

/** What events say of a driver; of being erased only those who were. */
type DriverFields = Omit<DriverView, 'erasedAt'> & { readonly erasedAt?: string };

/** A driver as he or she was at an instant. */
@Injectable()
export class ShowDriverAt {
  constructor(private readonly states: PastStates) {}

  /**
   * @param limitedTo the one driver whom the caller may see
   * @throws DriverNotFoundError when there was none yet, or none any more
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async execute(id: DriverId, asOf: Date, limitedTo?: DriverId): Promise<DriverView> {
    if (!isWithin(limitedTo, id)) throw new DriverNotFoundError();
    const state = await this.states.find({ entity: 'Driver', entityId: id }, asOf);
    if (!state) throw new DriverNotFoundError();
    const { version, createdAt, updatedAt } = state;
    const { name, licenseNumber, phone, active, available, erasedAt = null } = state.fields as unknown as DriverFields;
    return { id, name, licenseNumber, phone, active, available, erasedAt, version, createdAt, updatedAt };
  }
}
