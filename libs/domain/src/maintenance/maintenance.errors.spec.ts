import { MaintenanceRecordNotFoundError } from './maintenance.errors';

describe('a maintenance record that is not there', () => {
  it('has its code', () => {
    const error = new MaintenanceRecordNotFoundError();
    expect({ code: error.code, kind: error.kind }).toEqual({ code: 'MAINTENANCE_RECORD_NOT_FOUND', kind: 'not-found' });
  });
});
