import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { CONFLICT_RULES, ConflictRule } from '@fleet/application/vehicles/import-batch';
import { BooleanParameter, RefusesBlank } from '@fleet/api/http/fields';

export class ImportVehiclesQuery {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Writes nothing, and reports what the import would do.',
  })
  @RefusesBlank()
  @BooleanParameter()
  @IsBoolean({ message: 'must be true or false' })
  dryRun: boolean = false;

  @ApiPropertyOptional({
    enum: CONFLICT_RULES,
    default: 'skip',
    description:
      'What happens to a row whose plate is in the fleet already, or in an earlier row of the file: `skip` leaves the ' +
      'vehicle as it is, `update` changes its model, year and mileage, `fail` refuses the row.',
  })
  @IsIn(CONFLICT_RULES)
  onConflict: ConflictRule = 'skip';
}
