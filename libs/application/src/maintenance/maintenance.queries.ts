import { Page, PageRequest } from '@fleet/application/shared/page';
import { MaintenanceRecordView } from './maintenance-record.view';

export interface MaintenanceFilter {
  readonly vehicleId?: string | undefined;
}

export interface MaintenanceListRequest extends PageRequest {
  readonly filter: MaintenanceFilter;
}

/** The read side of maintenance records. */
export abstract class MaintenanceQueries {
  abstract find(id: string): Promise<MaintenanceRecordView | null>;

  /** Newest date first. @throws InvalidCursorError */
  abstract list(request: MaintenanceListRequest): Promise<Page<MaintenanceRecordView>>;
}
