import '@fleet/application/shared/unit-of-work';
import '@fleet/domain/vehicles/vehicle.repository';

// Nothing here is reported.
export { Injectable } from '@nestjs/common';
export const parse = (instant: string): Date => new Date(instant);
