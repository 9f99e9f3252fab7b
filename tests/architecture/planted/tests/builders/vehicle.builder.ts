import '@fleet/domain/vehicles/vehicle-id';
