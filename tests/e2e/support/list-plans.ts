import { DRIVER, ROUTE, VEHICLE } from './rows';
import { CUSTOMER, WORD } from './listed-rows';

const [SINCE, UNTIL] = ['2026-01-01', '2027-01-01'];
/** Few of many thousand deliveries were delivered on it. */
const DAY = 'from=2026-01-31&to=2026-02-01';
const SLOT = `from=2026-03-01T08:00:00Z&to=2026-03-01T10:00:00Z`;

/** Marks what is read along the order of the list and passed over where it does not fit: nearly every row fits. */
export const ALONG = 'along ';

/**
 * Every list, filter and sort of the API, and the indexes that the embedded engine enters for it: `sorted` where what they
 * lead to is sorted afterwards, `Table: key` where rows are looked up by their ids. `±` is a sort in both directions.
 */
const PLANS: Record<string, readonly (readonly [query: string, plan: string])[]> = {
  '/api/vehicles': [
    ['', 'UQ_Vehicles_Plate'],
    ['sort=±plate', 'UQ_Vehicles_Plate'],
    ['sort=±createdAt', 'IX_Vehicles_CreatedAt'],
    ['sort=±mileage', 'IX_Vehicles_Mileage'],
    ['sort=±nextMaintenanceDate', 'IX_Vehicles_NextMaintenanceDate'],
    ['status=Available', 'IX_Vehicles_Status_Plate'],
    ['status=Available&sort=±plate', 'IX_Vehicles_Status_Plate'],
    ['status=Available&sort=±createdAt', 'IX_Vehicles_Status_CreatedAt'],
    ['status=Available&sort=±mileage', 'IX_Vehicles_Status_Mileage'],
    ['status=Available&sort=±nextMaintenanceDate', 'IX_Vehicles_Status_NextMaintenanceDate'],
    ['plate=C-', 'UQ_Vehicles_Plate'],
    ['plate=C-&sort=±mileage', 'UQ_Vehicles_Plate Vehicles: key sorted'],
    [`q=${WORD}`, 'VehicleTerms: key Vehicles: key sorted'],
    [`q=${WORD}&status=Available&sort=±createdAt`, 'VehicleTerms: key Vehicles: key sorted'],
    [
      `q=${WORD}&plate=C-&maintenanceDueBefore=${UNTIL}`,
      'IX_Vehicles_NextMaintenanceDate VehicleTerms: key Vehicles: key sorted',
    ],
    [`maintenanceDueBefore=${UNTIL}`, 'IX_Vehicles_NextMaintenanceDate Vehicles: key sorted'],
    [`maintenanceDueBefore=${UNTIL}&sort=±nextMaintenanceDate`, 'IX_Vehicles_NextMaintenanceDate'],
  ],
  '/api/vehicles/available': [
    ['', 'IX_Vehicles_Status_Plate'],
    [SLOT, 'IX_Deliveries_HeldVehicle IX_Vehicles_Status_Plate'],
  ],
  '/api/drivers': [
    ['', 'IX_Drivers_CreatedAt'],
    ['sort=±createdAt', 'IX_Drivers_CreatedAt'],
    ['active=false', 'IX_Drivers_Active'],
    ['available=false', 'IX_Drivers_Available'],
    ['licenseNumber=1', 'UQ_Drivers_LicenseNumber'],
    ['q=ana', 'DriverTerms: key Drivers: key sorted'],
  ],
  '/api/drivers/available': [
    ['', 'IX_Drivers_Available'],
    [SLOT, 'IX_Deliveries_HeldDriver IX_Drivers_Available'],
  ],
  '/api/maintenance': [
    ['', 'IX_MaintenanceRecords_Date'],
    [`vehicleId=${VEHICLE}`, 'IX_MaintenanceRecords_Vehicle_Date'],
  ],
  '/api/maintenance/upcoming': [
    ['', 'IX_Vehicles_NextMaintenanceDate'],
    ['days=30', 'IX_Vehicles_NextMaintenanceDate'],
  ],
  '/api/trips': [
    ['', 'IX_Trips_StartDate'],
    ['sort=±startDate', 'IX_Trips_StartDate'],
    [`vehicleId=${VEHICLE}`, 'IX_Trips_Vehicle_StartDate'],
    [`driverId=${DRIVER}`, 'IX_Trips_Driver_StartDate'],
    ['active=true', 'IX_Trips_Active_StartDate'],
    ['active=false', 'IX_Trips_Ended_StartDate'],
    [`from=${SINCE}`, 'IX_Trips_StartDate'],
    [`to=${UNTIL}`, 'IX_Trips_StartDate'],
  ],
  '/api/trips/active': [
    ['', 'IX_Trips_Active_StartDate'],
    ['sort=±startDate', 'IX_Trips_Active_StartDate'],
    [`vehicleId=${VEHICLE}`, 'UQ_Trips_ActiveVehicle'],
    [`driverId=${DRIVER}`, 'UQ_Trips_ActiveDriver'],
    [`from=${SINCE}`, 'IX_Trips_Active_StartDate'],
    [`to=${UNTIL}`, 'IX_Trips_Active_StartDate'],
  ],
  '/api/routes': [
    ['', 'IX_Routes_ScheduledStart'],
    ['sort=±scheduledStart', 'IX_Routes_ScheduledStart'],
    ['status=Planning&sort=±scheduledStart', 'IX_Routes_Status_ScheduledStart'],
    [`from=${SINCE}`, 'IX_Routes_ScheduledStart'],
    [`to=${UNTIL}`, 'IX_Routes_ScheduledStart'],
    [`q=${WORD}`, 'RouteTerms: key Routes: key sorted'],
  ],
  '/api/routes/overview': [
    ['', 'IX_Deliveries_Route IX_Routes_ScheduledStart'],
    ['sort=±scheduledStart', 'IX_Deliveries_Route IX_Routes_ScheduledStart'],
    ['status=Planning&sort=±scheduledStart', 'IX_Deliveries_Route IX_Routes_Status_ScheduledStart'],
    [`from=${SINCE}`, 'IX_Deliveries_Route IX_Routes_ScheduledStart'],
    [`to=${UNTIL}`, 'IX_Deliveries_Route IX_Routes_ScheduledStart'],
  ],
  '/api/deliveries': [
    ['', 'IX_Deliveries_SlotStart'],
    ['sort=±slotStart', 'IX_Deliveries_SlotStart'],
    ['status=Delivered&sort=±slotStart', 'IX_Deliveries_Status'],
    [`routeId=${ROUTE}`, 'IX_Deliveries_Route sorted'],
    [`driverId=${DRIVER}`, 'IX_Deliveries_Driver'],
    [`vehicleId=${VEHICLE}`, 'IX_Deliveries_Vehicle'],
    [`customer=${CUSTOMER}`, 'Deliveries: key DeliveryTerms: key'],
    ['priority=Normal', 'IX_Deliveries_Priority'],
    ['status=Delivered&priority=Normal', 'Deliveries: key IX_Deliveries_Status sorted'],
    ['reference=PED-1', 'UQ_Deliveries_Reference'],
    [`from=${SINCE}`, 'IX_Deliveries_SlotStart'],
    [`to=${UNTIL}`, 'IX_Deliveries_SlotStart'],
    ['late=true', 'Deliveries: key IX_Deliveries_Late IX_Deliveries_Status sorted'],
    ['late=false', `${ALONG}IX_Deliveries_SlotStart`],
    ['hasOpenIncidents=true', 'IX_Deliveries_OpenIncidents'],
    ['hasOpenIncidents=false', `${ALONG}IX_Deliveries_SlotStart`],
  ],
  '/api/deliveries/live-tracking': [
    ['', 'IX_Deliveries_OnRoad Routes: key'],
    [`routeId=${ROUTE}`, 'IX_Deliveries_Route Routes: key sorted'],
    [`driverId=${DRIVER}`, 'IX_Deliveries_HeldDriver Routes: key sorted'],
    [`vehicleId=${VEHICLE}`, 'IX_Deliveries_HeldVehicle Routes: key sorted'],
  ],
  '/api/deliveries/service-level': [
    [`${DAY}`, 'IX_Deliveries_DeliveredAt'],
    [`${DAY}&by=route`, 'IX_Deliveries_DeliveredAt Routes: key'],
    [`${DAY}&by=driver`, 'Drivers: key IX_Deliveries_DeliveredAt'],
    [`${DAY}&by=customer`, 'Deliveries: key IX_Deliveries_DeliveredAt'],
  ],
  '/api/schedules': [
    ['', 'IX_Schedules_Name'],
    ['sort=±name', 'IX_Schedules_Name'],
    ['sort=±createdAt', 'IX_Schedules_CreatedAt'],
    ['active=true&sort=±name', 'IX_Schedules_Active_Name'],
    ['active=true&sort=±createdAt', 'IX_Schedules_Active_CreatedAt'],
    [`q=${WORD}`, 'ScheduleTerms: key Schedules: key sorted'],
  ],
  '/api/audit': [
    ['', 'IX_EventLog_OccurredAt'],
    ['entity=Vehicle', 'IX_EventLog_Stream'],
    [`entityId=${VEHICLE}`, 'UQ_EventLog_StreamVersion sorted'],
    [`entity=Vehicle&entityId=${VEHICLE}`, 'UQ_EventLog_StreamVersion'],
    ['actor=system', 'IX_EventLog_Actor'],
    ['action=VehicleRegistered', 'IX_EventLog_Type'],
    [`from=${SINCE}`, 'IX_EventLog_OccurredAt'],
    [`to=${UNTIL}`, 'IX_EventLog_OccurredAt'],
  ],
  '/api/users': [
    ['', 'IX_Users_CreatedAt'],
    ['sort=±createdAt', 'IX_Users_CreatedAt'],
    ['role=Manager', 'IX_Users_Role'],
    ['active=false', 'IX_Users_Active'],
    [`driverId=${DRIVER}`, 'IX_Users_DriverId'],
    ['email=ana@fleet.example', 'UQ_Users_EmailKey'],
  ],
  '/api/api-keys': [
    ['', 'IX_ApiKeys_CreatedAt'],
    ['sort=±createdAt', 'IX_ApiKeys_CreatedAt'],
  ],
};

/** What is asked for, and the plan. */
export const LISTS: readonly (readonly [url: string, plan: string])[] = Object.entries(PLANS).flatMap(
  ([path, queries]) =>
    queries.flatMap(([query, plan]) => inBothDirections(query).map((one) => [`${path}?${one}`, plan] as const)),
);

function inBothDirections(query: string): string[] {
  return query.includes('±') ? [query.replace('±', ''), query.replace('±', '-')] : [query];
}
