/** How many rows of each kind a measured fleet has. */
export interface Size {
  readonly vehicles: number;
  readonly trips: number;
  readonly activeTrips: number;
  readonly deliveries: number;
  readonly maintenance: number;
  readonly drivers: number;
  /** Users, API keys and schedules: of each so many. */
  readonly others: number;
}

export const SMALL: Size = {
  vehicles: 1_000,
  trips: 10_000,
  activeTrips: 100,
  deliveries: 1_000,
  maintenance: 1_000,
  drivers: 1_000,
  others: 100,
};

export const LARGE: Size = {
  vehicles: 1_000_000,
  trips: 10_000_000,
  activeTrips: 50_000,
  deliveries: 1_000_000,
  maintenance: 1_000_000,
  drivers: 100_000,
  others: 20_000,
};
