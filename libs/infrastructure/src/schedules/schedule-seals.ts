import { Injectable } from '@nestjs/common';
import { ScheduleTemplate } from '@fleet/domain/schedules/schedule-template';
import { RowSeals } from '@fleet/infrastructure/shared/secrets/row-seals';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

/** Encrypts what schedules say of customers: their templates. */
@Injectable()
export class ScheduleSeals extends RowSeals<'template'> {
  constructor(box: SecretBox) {
    super(box, 'Schedules', { template: 'Template' });
  }

  sealTemplate(id: string, template: ScheduleTemplate): string {
    return this.seal(id, 'template', JSON.stringify(template))!;
  }

  /** @throws UnreadableSealError */
  openTemplate(id: string, sealed: string): ScheduleTemplate {
    return JSON.parse(this.open(id, 'template', sealed)!) as ScheduleTemplate;
  }
}
