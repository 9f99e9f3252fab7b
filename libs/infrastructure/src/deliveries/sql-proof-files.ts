import { Injectable } from '@nestjs/common';
import { KeptProofFile, ProofFiles } from '@fleet/application/deliveries/proof-files';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { FileKeySeals } from './file-key-seals';

const SELECT = `SELECT f.Id AS "id", f.Kind AS "kind", f.MediaType AS "mediaType", f.Sha256 AS "sha256",
  f.ContentKey AS "key" FROM DeliveryFiles AS f INNER JOIN Deliveries AS d ON d.Id = f.DeliveryId`;

@Injectable()
export class SqlProofFiles extends ProofFiles {
  constructor(
    private readonly database: ReadDatabase,
    private readonly seals: FileKeySeals,
  ) {
    super();
  }

  async find(deliveryId: string, fileId: string, limitedTo: DriverId | undefined): Promise<KeptProofFile | null> {
    const conditions = [
      ...compare('f.Id', '=', fileId),
      ...compare('d.Id', '=', deliveryId),
      ...compare('d.DriverId', '=', limitedTo),
    ];
    const sql = `${SELECT} WHERE ${conditions.map((one) => one.sql).join(' AND ')}`;
    const [row] = await this.database.query<KeptProofFile>(sql, conditions.flatMap((one) => one.parameters)); // prettier-ignore
    return row ? { ...row, key: this.seals.open(row.id, 'contentKey', row.key) } : null;
  }
}
