import '@fleet/domain/vehicles/vehicle.repository'; // planted: apps-go-through-use-cases
import '@fleet/application/shared/unit-of-work'; // planted: apps-go-through-use-cases
