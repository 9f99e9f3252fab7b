import '@fleet/infrastructure/vehicles/vehicle.mapper'; // planted: apps-wire-infrastructure-in-modules-alone
import '@fleet/infrastructure/vehicles/vehicles.persistence.module'; // planted: apps-wire-infrastructure-in-modules-alone
