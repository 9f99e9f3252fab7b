import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { Provider } from '@nestjs/common';
import { AssignDelivery } from '@fleet/application/deliveries/assign-delivery';
import { AssignmentLocks } from '@fleet/application/deliveries/assignment-locks';
import { Assignments } from '@fleet/application/deliveries/assignments';
import { CaptureProof } from '@fleet/application/deliveries/capture-proof';
import { ChangeDeliveryStatus } from '@fleet/application/deliveries/change-delivery-status';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { DeliveryChanges } from '@fleet/application/deliveries/delivery-changes';
import { DeliveryLinks } from '@fleet/application/deliveries/delivery-links';
import { DeliveryRoutes } from '@fleet/application/deliveries/delivery-routes';
import { DeliveryTrips } from '@fleet/application/deliveries/delivery-trips';
import { ReachCheckpoint } from '@fleet/application/deliveries/reach-checkpoint';
import { ReportIncident } from '@fleet/application/deliveries/report-incident';
import { ResolveIncident } from '@fleet/application/deliveries/resolve-incident';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { CancelRoute } from '@fleet/application/routes/cancel-route';
import { CompleteRoute } from '@fleet/application/routes/complete-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { RouteChanges } from '@fleet/application/routes/route-changes';
import { CreateSchedule } from '@fleet/application/schedules/create-schedule';
import { PauseSchedule } from '@fleet/application/schedules/pause-schedule';
import { ScheduleChanges } from '@fleet/application/schedules/schedule-changes';
import { Recurrence } from '@fleet/application/schedules/recurrence';
import { FileStore } from '@fleet/application/shared/file-store';
import { FileSeals } from '@fleet/application/shared/uploads/file-seals';
import { UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { DeliveryProjection } from '@fleet/infrastructure/deliveries/delivery-projection';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { FileKeySeals } from '@fleet/infrastructure/deliveries/file-key-seals';
import { RouteProjection } from '@fleet/infrastructure/routes/route-projection';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { AesFileSeals } from '@fleet/infrastructure/shared/files/aes-file-seals';
import { FolderFileStore } from '@fleet/infrastructure/shared/files/folder-file-store';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { RruleRecurrence } from '@fleet/infrastructure/schedules/rrule-recurrence';
import { ScheduleMapper } from '@fleet/infrastructure/schedules/schedule.mapper';
import { ScheduleSeals } from '@fleet/infrastructure/schedules/schedule-seals';
import { DeliveryDesk } from './delivery-desk';
import { DeliveryHistory } from './delivery-history';

/** Nobody else is there to wait for. */
const noLocks: AssignmentLocks = { run: (_, work) => work(false) };

/** The product's use cases of routes, deliveries and schedules, and repositories that keep a history. */
export const DELIVERY_PROVIDERS: Provider[] = [
  DeliveryDesk,
  DeliveryHistory,
  DeliveryProjection,
  DeliverySeals,
  FileKeySeals,
  RouteProjection,
  ScheduleMapper,
  ScheduleSeals,
  { provide: RouteRepository, inject: [DeliveryHistory], useFactory: ({ routes }: DeliveryHistory) => routes },
  {
    provide: DeliveryRepository,
    inject: [DeliveryHistory],
    useFactory: ({ deliveries }: DeliveryHistory) => deliveries,
  },
  { provide: ScheduleRepository, inject: [DeliveryHistory], useFactory: ({ schedules }: DeliveryHistory) => schedules },
  { provide: AssignmentLocks, useValue: noLocks },
  { provide: Recurrence, useClass: RruleRecurrence },
  { provide: FileSeals, useClass: AesFileSeals },
  {
    provide: FileStore,
    inject: [Configuration],
    useFactory: ({ environment }: Configuration) =>
      new FolderFileStore(environment.FILES_DIR, new Outbound(environment, new Metrics()).policy('files')),
  },
  ActivateRoute,
  AssignDelivery,
  Assignments,
  CancelRoute,
  AnswerOnce,
  CaptureProof,
  ChangeDeliveryStatus,
  CompleteRoute,
  CreateDelivery,
  CreateSchedule,
  DeliveryChanges,
  DeliveryLinks,
  DeliveryRoutes,
  DeliveryTrips,
  PauseSchedule,
  ScheduleChanges,
  PlanRoute,
  ReachCheckpoint,
  ReportIncident,
  ResolveIncident,
  RouteChanges,
  UploadedFiles,
];
