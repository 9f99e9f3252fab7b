import { DomainError } from '@fleet/domain/shared/domain-error';

export class MaintenanceRecordNotFoundError extends DomainError {
  readonly code = 'MAINTENANCE_RECORD_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no maintenance record with this id.');
  }
}
