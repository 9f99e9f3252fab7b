import { AnswerOnce, OnceAnswer } from '@fleet/application/shared/idempotency/answer-once';
import { Answer, KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { AssignDelivery } from '@fleet/application/deliveries/assign-delivery';
import { AssignmentLocks } from '@fleet/application/deliveries/assignment-locks';
import { Assignments } from '@fleet/application/deliveries/assignments';
import { CaptureProof } from '@fleet/application/deliveries/capture-proof';
import { ChangeDelivery } from '@fleet/application/deliveries/change-delivery';
import { ChangeDeliveryStatus } from '@fleet/application/deliveries/change-delivery-status';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { DeliveryChanges } from '@fleet/application/deliveries/delivery-changes';
import { DeliveryLinks } from '@fleet/application/deliveries/delivery-links';
import { DeliveryRoutes } from '@fleet/application/deliveries/delivery-routes';
import { DeliveryTrips } from '@fleet/application/deliveries/delivery-trips';
import { ReachCheckpoint } from '@fleet/application/deliveries/reach-checkpoint';
import { ResolveIncidents } from '@fleet/application/deliveries/resolve-incidents';
import { UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Route } from '@fleet/domain/routes/route';
import { Trip } from '@fleet/domain/trips/trip';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DeliveriesInMemory } from './deliveries-in-memory';
import { DriverBuilder } from './driver.builder';
import { FixedClock, FixedId, NotedRepository, SingleTry } from './fake-ports';
import { CountedIds, FilesInMemory, TurnedSeals } from './files-in-memory';
import { RouteBuilder } from './route.builder';
import { VehicleBuilder } from './vehicle.builder';

class NotedLocks extends AssignmentLocks {
  constructor(
    private readonly notes: string[],
    private readonly othersCameFirst: boolean,
  ) {
    super();
  }

  run<T>({ vehicleId, driverId }: Crew, work: (othersCameFirst: boolean) => Promise<T>): Promise<T> {
    this.notes.push(`want ${vehicleId ?? '-'} ${driverId ?? '-'}`);
    return work(this.othersCameFirst);
  }
}

interface Given {
  readonly route?: Route;
  readonly deliveries?: readonly Delivery[];
  readonly trips?: readonly Trip[];
  readonly vehicle?: VehicleBuilder;
  readonly driver?: DriverBuilder;
  /** Who wants the crew has stood in line for it. */
  readonly othersCameFirst?: boolean;
}

/** The use cases of deliveries over repositories in memory: vehicle `v1`, driver `p1`, and an active route `r1`. */
export function deliveryScene(given: Given = {}) {
  const notes: string[] = [];
  const route = given.route ?? new RouteBuilder().withId('r1').active().build();
  const vehicle = (given.vehicle ?? new VehicleBuilder()).withId('v1').build();
  const driver = (given.driver ?? new DriverBuilder()).withId('p1').build();
  const deliveries = new DeliveriesInMemory(notes, ...(given.deliveries ?? []));
  const trips = new NotedRepository('trip', notes, given.trips ?? []);
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]) as unknown as VehicleRepository;
  const drivers = new NotedRepository('driver', notes, [driver]) as unknown as DriverRepository;
  const store = new FilesInMemory();
  const [once, clock, locks] = [
    new SingleTry(),
    new FixedClock(),
    new NotedLocks(notes, given.othersCameFirst ?? false),
  ];
  const routes = new DeliveryRoutes(new NotedRepository('route', notes, [route]));
  const changes = new DeliveryChanges(once, deliveries, clock);
  const assignments = new Assignments(deliveries, vehicles, drivers);
  const links = new DeliveryLinks(deliveries);
  const starts = new TripStarts(trips, vehicles, drivers, new FixedId('t1'));
  const deliveryTrips = new DeliveryTrips(deliveries, routes, starts, new TripEnds(trips, vehicles, drivers));
  const settings = { assignmentBufferMinutes: 15 } as ConstructorParameters<typeof CreateDelivery>[6];
  const id = new FixedId('d-new');
  const answers = new KeptAnswers() as unknown as AnswerOnce & KeptAnswers;
  return {
    ...{ notes, vehicle, driver, deliveries, store },
    create: new CreateDelivery(once, deliveries, routes, assignments, links, locks, settings, clock, id),
    change: new ChangeDelivery(changes, links),
    assign: new AssignDelivery(changes, routes, assignments, locks),
    status: new ChangeDeliveryStatus(once, changes, deliveries, routes, deliveryTrips),
    reach: new ReachCheckpoint(changes, routes),
    proof: new CaptureProof(changes, new UploadedFiles(store, new TurnedSeals(), new CountedIds()), answers),
    answers,
    resolve: new ResolveIncidents(once, changes, deliveries),
  };
}

/** Keeps the answers to requests in memory, by their keys. */
class KeptAnswers {
  private readonly answers = new Map<string, Answer>();

  async execute({ key }: KeyedRequest, work: () => Promise<Answer>): Promise<OnceAnswer> {
    const kept = this.answers.get(key);
    const answer = kept ?? (await work());
    this.answers.set(key, answer);
    return { ...answer, replayed: kept !== undefined };
  }
}
