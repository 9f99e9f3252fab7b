import { Injectable } from '@nestjs/common';
import { User } from '@fleet/domain/identity/user';
import { UserRecord } from './user.record';
import { UserSeals } from './user-seals';

@Injectable()
export class UserMapper {
  constructor(private readonly seals: UserSeals) {}

  readonly toUser = ({ emailKey: _, ...record }: UserRecord): User => {
    const id = record.id.toLowerCase();
    return User.restore({
      ...record,
      id,
      email: this.seals.open(id, 'email', record.email),
      name: this.seals.open(id, 'name', record.name),
      driverId: record.driverId && record.driverId.toLowerCase(),
    });
  };

  readonly toRecord = (user: User): UserRecord => {
    const { email, name, ...snapshot } = user.snapshot();
    return {
      ...snapshot,
      email: this.seals.seal(user.id, 'email', email),
      emailKey: email === null ? null : this.seals.emailKey(email),
      name: this.seals.seal(user.id, 'name', name),
    };
  };
}
