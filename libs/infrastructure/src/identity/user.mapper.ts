import { Injectable } from '@nestjs/common';
import { User } from '@fleet/domain/identity/user';
import { UserRecord } from './user.record';
import { UserSeal } from './user-seal';

@Injectable()
export class UserMapper {
  constructor(private readonly seal: UserSeal) {}

  readonly toUser = ({ emailKey: _, ...record }: UserRecord): User => {
    const id = record.id.toLowerCase();
    return User.restore({
      ...record,
      id,
      email: this.seal.open('Email', id, record.email),
      name: this.seal.open('Name', id, record.name),
      driverId: record.driverId && record.driverId.toLowerCase(),
    });
  };

  readonly toRecord = (user: User): UserRecord => {
    const { email, name, ...snapshot } = user.snapshot();
    return {
      ...snapshot,
      email: this.seal.seal('Email', user.id, email),
      emailKey: email === null ? null : this.seal.emailKey(email),
      name: this.seal.seal('Name', user.id, name),
    };
  };
}
