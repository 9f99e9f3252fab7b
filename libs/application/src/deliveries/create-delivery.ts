import { Injectable } from '@nestjs/common';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { slotOf } from '@fleet/domain/deliveries/planned-route';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { AssignmentLocks } from './assignment-locks';
import { Assignments, CrewCheck } from './assignments';
import { DeliveryLinks } from './delivery-links';
import { DeliveryRoutes } from './delivery-routes';
import { DeliveryView, deliveryView } from './delivery.view';

export interface CreateDeliveryCommand extends DeliveryDetails {
  readonly routeId: string;
  readonly vehicleId?: string | null | undefined;
  readonly driverId?: string | null | undefined;
}

@Injectable()
export class CreateDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly routes: DeliveryRoutes,
    private readonly assignments: Assignments,
    private readonly links: DeliveryLinks,
    private readonly locks: AssignmentLocks,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * @throws InvalidFieldsError, RouteNotFoundError, RouteNotActiveError, ReferenceTakenError, and what
   * {@link Assignments.take} throws
   */
  execute(command: CreateDeliveryCommand): Promise<DeliveryView> {
    const crew = { vehicleId: command.vehicleId ?? null, driverId: command.driverId ?? null };
    const look: CrewCheck = (...held) => this.assignments.mustBeFree(...held);
    const take: CrewCheck = (...held) => this.assignments.take(...held);
    return this.locks.run(crew, async (othersCameFirst) => {
      if (othersCameFirst) await this.created(command, crew, look);
      return this.unitOfWork.run(async () => {
        await this.routes.lock(command.routeId);
        const delivery = await this.created(command, crew, take);
        await this.deliveries.add(delivery);
        return deliveryView(delivery);
      });
    });
  }

  private async created(
    { routeId, ...details }: CreateDeliveryCommand,
    crew: Crew,
    check: CrewCheck,
  ): Promise<Delivery> {
    const route = await this.routes.get(routeId);
    const slot = slotOf(route, this.settings.assignmentBufferMinutes);
    const delivery = Delivery.create(this.ids.next(), { id: routeId, ...slot }, details, crew, this.clock.now());
    await this.links.mustExist(delivery.snapshot().after);
    await check(crew, slot, delivery.id);
    return delivery;
  }
}
