import { Injectable } from '@nestjs/common';
import { openSeal, seal } from './seal';
import { SecretKeys } from './secret-keys';

/** Encrypts what is kept, with the installation's keys. */
@Injectable()
export class SecretBox {
  constructor(private readonly keys: SecretKeys) {}

  /** @param place where it is kept, such as `Drivers.Name:<id>`: nowhere else can it be opened */
  seal(text: string, place: string): string {
    return seal(this.keys.encryption[0], text, place);
  }

  /** @throws UnreadableSealError */
  open(sealed: string, place: string): string {
    return openSeal(this.keys.encryption, sealed, place);
  }

  /** What every value begins with that was sealed with the key that is used now. */
  get currentPrefix(): string {
    return `v1:${this.keys.encryption[0].id}:`;
  }
}
