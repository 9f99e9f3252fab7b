import { MigrationInterface, QueryRunner } from 'typeorm';
import { ColumnTypes, columnTypes, execute } from './column-types';
import { countingTriggers, firstCounts } from './delivery-counts';
import { OPEN, overlapTriggers } from './delivery-overlaps';

/** Deliveries as their events have made them: the log is the truth, and these rows can be made anew from it. */
export class CreateDeliveries1760000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const types = columnTypes(runner);
    const isSqlServer = runner.dataSource.options.type === 'mssql';
    await execute(runner, [
      deliveries(types, isSqlServer),
      ...indexes(types),
      ...parts(types),
      ...overlapTriggers(isSqlServer),
      countsTable(types),
      ...firstCounts(isSqlServer),
      ...countingTriggers(isSqlServer),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'DeliveryFiles',
      'DeliveryLinks',
      'DeliveryIncidents',
      'DeliveryTerms',
      'Deliveries',
      'DeliveryCounts',
    ];
    await execute(
      runner,
      tables.map((table) => `DROP TABLE ${table}`),
    );
  }
}

// SQLite compares instants and ids as text: one that is written otherwise would pass the guard of overlaps.
const isInstant = (column: string) => ` AND strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) IS ${column}`;
const isLowerCase = (column: string) => ` AND ${column} = LOWER(${column})`;

function deliveries({ uuid, instant, text, json, primaryKey, tableEnd }: ColumnTypes, isSqlServer: boolean): string {
  const slots = isSqlServer ? '' : isInstant('SlotStart') + isInstant('SlotEnd');
  const ids = isSqlServer ? '' : isLowerCase('VehicleId') + isLowerCase('DriverId');
  // The customer's own and the proof are sealed, which makes them longer.
  return `CREATE TABLE Deliveries (
    Id ${uuid} NOT NULL,
    RouteId ${uuid} NOT NULL,
    Reference ${text(50)} NULL,
    VehicleId ${uuid} NULL,
    DriverId ${uuid} NULL,
    CustomerName ${text(600)} NULL,
    CustomerPhone ${text(300)} NULL,
    CustomerAddress ${text(1300)} NULL,
    CustomerKey ${text(43)} NULL,
    Priority ${text(10)} NOT NULL,
    PromisedBy ${instant} NULL,
    Requirements ${text(100)} NOT NULL,
    Predecessors ${text(1000)} NOT NULL,
    Status ${text(20)} NOT NULL,
    Attempt int NOT NULL,
    SlotStart ${instant} NOT NULL,
    SlotEnd ${instant} NOT NULL,
    TripId ${uuid} NULL,
    Reached ${json} NOT NULL,
    Incidents ${json} NOT NULL,
    OpenIncidents int NOT NULL,
    Proof ${json} NULL,
    Reason ${text(30)} NULL,
    Notes ${text(500)} NULL,
    Distance int NULL,
    DelayMinutes int NULL,
    DeliveredAt ${instant} NULL,
    LateMinutes int NULL,
    Version int NOT NULL,
    CreatedAt ${instant} NOT NULL,
    UpdatedAt ${instant} NOT NULL,
    CONSTRAINT PK_Deliveries ${primaryKey} (Id),
    CONSTRAINT FK_Deliveries_Routes FOREIGN KEY (RouteId) REFERENCES Routes (Id),
    CONSTRAINT FK_Deliveries_Vehicles FOREIGN KEY (VehicleId) REFERENCES Vehicles (Id),
    CONSTRAINT FK_Deliveries_Drivers FOREIGN KEY (DriverId) REFERENCES Drivers (Id),
    CONSTRAINT CK_Deliveries_Status
      CHECK (Status IN ('PickedUp', 'InTransit', 'OutForDelivery', 'Delivered', 'Failed', 'Cancelled')),
    CONSTRAINT CK_Deliveries_Slot CHECK (SlotEnd > SlotStart${slots}),
    CONSTRAINT CK_Deliveries_Crew
      CHECK ((Status NOT IN ('InTransit', 'OutForDelivery') OR (VehicleId IS NOT NULL AND DriverId IS NOT NULL))${ids}),
    CONSTRAINT CK_Deliveries_Priority CHECK (Priority IN ('Low', 'Normal', 'High', 'Urgent')),
    CONSTRAINT CK_Deliveries_Attempt CHECK (Attempt >= 1),
    CONSTRAINT CK_Deliveries_Distance CHECK (Distance IS NULL OR (Distance >= 0 AND Distance <= 100000)),
    CONSTRAINT CK_Deliveries_Version CHECK (Version >= 1)
  ) ${tableEnd}`;
}

/** The order of the lists, alone and behind what they are filtered by; what a slot, a route and the road are asked for. */
function indexes({ clustered }: ColumnTypes): string[] {
  const onRoad = `Status IN ('InTransit', 'OutForDelivery')`;
  return [
    `CREATE UNIQUE ${clustered} INDEX IX_Deliveries_SlotStart ON Deliveries (SlotStart, Id)`,
    'CREATE UNIQUE INDEX UQ_Deliveries_Reference ON Deliveries (Reference) WHERE Reference IS NOT NULL',
    'CREATE INDEX IX_Deliveries_Status ON Deliveries (Status, SlotStart, Id)',
    'CREATE INDEX IX_Deliveries_Priority ON Deliveries (Priority, SlotStart, Id)',
    'CREATE INDEX IX_Deliveries_Route ON Deliveries (RouteId, Status)',
    'CREATE INDEX IX_Deliveries_Driver ON Deliveries (DriverId, SlotStart, Id) WHERE DriverId IS NOT NULL',
    'CREATE INDEX IX_Deliveries_Vehicle ON Deliveries (VehicleId, SlotStart, Id) WHERE VehicleId IS NOT NULL',
    `CREATE INDEX IX_Deliveries_HeldVehicle ON Deliveries (VehicleId, SlotEnd, SlotStart, Status) WHERE ${OPEN}`,
    `CREATE INDEX IX_Deliveries_HeldDriver ON Deliveries (DriverId, SlotEnd, SlotStart, Status) WHERE ${OPEN}`,
    `CREATE INDEX IX_Deliveries_OnRoad ON Deliveries (SlotStart, Id) WHERE ${onRoad}`,
    'CREATE INDEX IX_Deliveries_Late ON Deliveries (SlotStart, Id) WHERE LateMinutes > 0',
    'CREATE INDEX IX_Deliveries_OpenIncidents ON Deliveries (SlotStart, Id) WHERE OpenIncidents > 0',
    `CREATE INDEX IX_Deliveries_DeliveredAt ON Deliveries (DeliveredAt, LateMinutes, RouteId, DriverId, CustomerKey)
      WHERE DeliveredAt IS NOT NULL`,
  ];
}

function parts({ uuid, instant, text, tableEnd }: ColumnTypes): string[] {
  const belongs = (table: string) =>
    `CONSTRAINT FK_${table}_Deliveries FOREIGN KEY (DeliveryId) REFERENCES Deliveries (Id) ON DELETE CASCADE`;
  return [
    `CREATE TABLE DeliveryTerms (
      Term ${text(22)} NOT NULL,
      Slot ${instant} NOT NULL,
      DeliveryId ${uuid} NOT NULL,
      CONSTRAINT PK_DeliveryTerms PRIMARY KEY (Term, Slot, DeliveryId),
      ${belongs('DeliveryTerms')}
    ) ${tableEnd}`,
    'CREATE INDEX IX_DeliveryTerms_DeliveryId ON DeliveryTerms (DeliveryId)',
    `CREATE TABLE DeliveryIncidents (
      Id ${uuid} NOT NULL,
      DeliveryId ${uuid} NOT NULL,
      ResolvedAt ${instant} NULL,
      CONSTRAINT PK_DeliveryIncidents PRIMARY KEY (Id),
      ${belongs('DeliveryIncidents')}
    ) ${tableEnd}`,
    'CREATE INDEX IX_DeliveryIncidents_DeliveryId ON DeliveryIncidents (DeliveryId)',
    'CREATE INDEX IX_DeliveryIncidents_Open ON DeliveryIncidents (DeliveryId) WHERE ResolvedAt IS NULL',
    `CREATE TABLE DeliveryLinks (
      DeliveryId ${uuid} NOT NULL,
      AfterId ${uuid} NOT NULL,
      CONSTRAINT PK_DeliveryLinks PRIMARY KEY (DeliveryId, AfterId),
      ${belongs('DeliveryLinks')}
    ) ${tableEnd}`,
    'CREATE INDEX IX_DeliveryLinks_AfterId ON DeliveryLinks (AfterId)',
    `CREATE TABLE DeliveryFiles (
      Id ${uuid} NOT NULL,
      DeliveryId ${uuid} NOT NULL,
      Kind ${text(20)} NOT NULL,
      MediaType ${text(50)} NOT NULL,
      Size int NOT NULL,
      Sha256 ${text(64)} NOT NULL,
      ContentKey ${text(200)} NULL,
      CONSTRAINT PK_DeliveryFiles PRIMARY KEY (Id),
      ${belongs('DeliveryFiles')}
    ) ${tableEnd}`,
    'CREATE INDEX IX_DeliveryFiles_DeliveryId ON DeliveryFiles (DeliveryId)',
  ];
}

/** How many deliveries there are of each status: the sum over the shards. */
function countsTable({ text, tableEnd }: ColumnTypes): string {
  return `CREATE TABLE DeliveryCounts (
    Status ${text(20)} NOT NULL,
    Shard int NOT NULL,
    Total int NOT NULL,
    CONSTRAINT PK_DeliveryCounts PRIMARY KEY (Status, Shard)
  ) ${tableEnd}`;
}
