import './typeorm-vehicle.repository';
