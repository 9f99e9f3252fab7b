import './vehicle.mapper'; // planted: queries-build-no-aggregates
import './typeorm-vehicle.repository'; // planted: queries-build-no-aggregates
import '@fleet/domain/vehicles/vehicle.repository'; // planted: queries-build-no-aggregates
