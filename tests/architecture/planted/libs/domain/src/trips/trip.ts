// Nothing here is reported: another feature's id and `shared` are what a feature may know.
import '@fleet/domain/shared/clock';
import '@fleet/domain/vehicles/vehicle-id';
