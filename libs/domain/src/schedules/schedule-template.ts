import { Priority, ProofRequirement } from '@fleet/domain/shared/delivery-needs';

/** Minutes are counted from the occurrence's start. */
export interface TemplateCheckpoint {
  readonly location: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly afterMinutes: number;
  readonly earliestMinutes: number | null;
  readonly latestMinutes: number | null;
}

export interface TemplateDelivery {
  /** What the reference of each occurrence's delivery begins with; the date follows. */
  readonly reference: string | null;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly customerAddress: string;
  readonly priority: Priority;
  /** Minutes after the occurrence's start by which it is promised. */
  readonly promisedAfterMinutes: number | null;
  readonly requirements: readonly ProofRequirement[];
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  /** Which earlier deliveries of the list come first, by their places, from 0. */
  readonly after: readonly number[];
}

/** What is made at each occurrence. It tells of customers, so it is kept encrypted. */
export interface ScheduleTemplate {
  readonly route: {
    readonly name: string;
    readonly origin: string;
    readonly destination: string;
    readonly checkpoints: readonly TemplateCheckpoint[];
  };
  readonly deliveries: readonly TemplateDelivery[];
}

/** The same with fields left out that need not be given. */
type Given<T, Needed extends keyof T> = Pick<T, Needed> & {
  readonly [Field in Exclude<keyof T, Needed>]?: T[Field] | null | undefined;
};

export type GivenCheckpoint = Given<TemplateCheckpoint, 'location' | 'afterMinutes'>;
export type GivenDelivery = Given<TemplateDelivery, 'customerName' | 'customerPhone' | 'customerAddress'>;

export interface GivenTemplate {
  readonly route: Omit<ScheduleTemplate['route'], 'checkpoints'> & { readonly checkpoints: readonly GivenCheckpoint[] };
  readonly deliveries: readonly GivenDelivery[];
}
