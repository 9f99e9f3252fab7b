import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DeliveryProjection } from '@fleet/infrastructure/deliveries/delivery-projection';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { FileKeySeals } from '@fleet/infrastructure/deliveries/file-key-seals';
import { SqlDeliveryRepository } from '@fleet/infrastructure/deliveries/sql-delivery.repository';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

const HOUR_MS = 3_600_000;

type Given = Partial<DeliveryDetails & Crew> & { id?: string };

/** Puts deliveries onto routes, past the rules of the door, in whatever state a test of something else needs. */
export class Deliveries {
  readonly repository: DeliveryRepository;
  private readonly unitOfWork: UnitOfWork;
  private hours = 0;

  constructor(app: NestFastifyApplication) {
    const find = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
    const [transaction, box] = [find(Transaction), find(SecretBox)];
    const seals = new DeliverySeals(box, find(BlindIndex));
    const projection = new DeliveryProjection(transaction, find(Statements), seals, new FileKeySeals(box));
    const [streams, eventLog] = [find(EventStreams), find(EventLog)];
    this.repository = new SqlDeliveryRepository(streams, eventLog, projection, transaction, find(PrimaryDatabase));
    this.unitOfWork = find(UnitOfWork);
  }

  /** In one unit of work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(work);
  }

  /** Each has a slot of its own, so that nobody is held twice. @param steps what happens to it at once */
  add(routeId: string, given: Given = {}, steps: (delivery: Delivery) => void = () => undefined): Promise<Delivery> {
    return this.run(async () => {
      const delivery = this.create(routeId, given);
      steps(delivery);
      await this.repository.add(delivery);
      return delivery;
    });
  }

  create(routeId: string, { id = randomUUID(), vehicleId = null, driverId = null, ...details }: Given = {}): Delivery {
    const slotStart = new Date(Date.UTC(2026, 0, 1) + ++this.hours * HOUR_MS);
    const route = { id: routeId, slotStart, slotEnd: new Date(slotStart.getTime() + HOUR_MS) };
    const customer = { customerName: 'Rui Alves', customerPhone: '1133334444', customerAddress: 'Rua Um, 1' };
    return Delivery.create(id, route, { ...customer, ...details }, { vehicleId, driverId }, new Date());
  }
}
