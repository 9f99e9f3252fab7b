import { DeliveryWork } from '@fleet/tools/demo/deliveries/planned-delivery';
import { FleetWork } from './planned';

/** Something that somebody does at one moment, in whichever part of the history. */
export interface HistoryDeed {
  readonly at: Date;
  readonly doneIn: (fleet: FleetWork, deliveries: DeliveryWork) => Promise<void>;
}
