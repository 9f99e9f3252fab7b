import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { IdGenerator } from '@fleet/domain/shared/id-generator';

@Injectable()
export class UuidIdGenerator extends IdGenerator {
  next(): string {
    return v7();
  }
}
