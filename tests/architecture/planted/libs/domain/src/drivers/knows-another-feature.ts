import '@fleet/domain/vehicles/vehicle-id';
import '@fleet/domain/shared/clock';
import '@fleet/domain/vehicles/vehicle.repository'; // planted: domain-features-share-ids-alone
import '@fleet/domain/trips/trip'; // planted: domain-features-share-ids-alone
