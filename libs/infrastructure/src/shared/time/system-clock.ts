import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
