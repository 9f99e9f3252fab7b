import '@fleet/tests/builders/vehicle.builder';
import './trip';
