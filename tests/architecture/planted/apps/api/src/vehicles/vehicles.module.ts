import '@fleet/application/vehicles/register-vehicle';
import '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import '@fleet/worker/worker.module';
