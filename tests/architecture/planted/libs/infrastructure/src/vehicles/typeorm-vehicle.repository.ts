import '@fleet/domain/vehicles/vehicle.repository';
import 'typeorm';
import './vehicle.mapper';
