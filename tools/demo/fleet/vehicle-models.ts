export type VehicleKind = 'motorcycle' | 'car' | 'van' | 'truck';

export interface VehicleModel {
  readonly name: string;
  readonly kind: VehicleKind;
  /** Model years that the founding fleet has of it. */
  readonly years: readonly [first: number, last: number];
  /** How many of 100 vehicles of the fleet are one of these. */
  readonly share: number;
}

/** What Brazilian couriers and town halls drive. The shares add up to 100. */
export const VEHICLE_MODELS: readonly VehicleModel[] = [
  { name: 'Honda CG 160 Cargo', kind: 'motorcycle', years: [2017, 2024], share: 7 },
  { name: 'Honda NXR 160 Bros', kind: 'motorcycle', years: [2018, 2024], share: 3 },
  { name: 'Yamaha Factor 150', kind: 'motorcycle', years: [2018, 2024], share: 2 },
  { name: 'Fiat Strada', kind: 'car', years: [2016, 2024], share: 13 },
  { name: 'Fiat Mobi', kind: 'car', years: [2017, 2024], share: 7 },
  { name: 'Fiat Uno', kind: 'car', years: [2012, 2021], share: 5 },
  { name: 'Volkswagen Saveiro', kind: 'car', years: [2015, 2024], share: 7 },
  { name: 'Volkswagen Gol', kind: 'car', years: [2013, 2022], share: 5 },
  { name: 'Chevrolet Onix', kind: 'car', years: [2017, 2024], share: 4 },
  { name: 'Chevrolet Spin', kind: 'car', years: [2015, 2024], share: 3 },
  { name: 'Renault Oroch', kind: 'car', years: [2018, 2024], share: 2 },
  { name: 'Toyota Hilux', kind: 'car', years: [2016, 2023], share: 2 },
  { name: 'Fiat Fiorino', kind: 'car', years: [2014, 2024], share: 10 },
  { name: 'Renault Master', kind: 'van', years: [2015, 2024], share: 6 },
  { name: 'Mercedes-Benz Sprinter', kind: 'van', years: [2015, 2024], share: 5 },
  { name: 'Fiat Ducato', kind: 'van', years: [2018, 2024], share: 3 },
  { name: 'Citroën Jumpy', kind: 'van', years: [2018, 2024], share: 2 },
  { name: 'Iveco Daily', kind: 'van', years: [2014, 2024], share: 3 },
  { name: 'Volkswagen Delivery 11.180', kind: 'truck', years: [2018, 2024], share: 4 },
  { name: 'Mercedes-Benz Accelo 1016', kind: 'truck', years: [2013, 2022], share: 3 },
  { name: 'Ford Cargo 816', kind: 'truck', years: [2013, 2019], share: 2 },
  { name: 'Volvo VM 270', kind: 'truck', years: [2014, 2023], share: 2 },
];

/** Kilometres that a year of service adds before the fleet's history begins. */
export const YEARLY_MILEAGE: Record<VehicleKind, number> = {
  motorcycle: 9_000,
  car: 12_000,
  van: 18_000,
  truck: 27_000,
};

/** How often a vehicle is taken, against a motorcycle. */
export const DEMAND: Record<VehicleKind, number> = { motorcycle: 1, car: 2, van: 3, truck: 4 };
