import { Injectable } from '@nestjs/common';
import { searchWords } from '@fleet/domain/shared/search-words';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { RowSeals } from '@fleet/infrastructure/shared/secrets/row-seals';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';

/** What of a delivery's row is kept encrypted, and in which column. */
const COLUMNS = {
  customerName: 'CustomerName',
  customerPhone: 'CustomerPhone',
  customerAddress: 'CustomerAddress',
  proof: 'Proof',
} as const;

export type SealedDeliveryField = keyof typeof COLUMNS;

export const SEALED_DELIVERY_FIELDS = Object.keys(COLUMNS) as SealedDeliveryField[];

/** 128 bits are enough to tell words apart. */
const TERM_LENGTH = 22;

/** Keeps from the database who the customers are. */
@Injectable()
export class DeliverySeals extends RowSeals<SealedDeliveryField> {
  constructor(
    box: SecretBox,
    private readonly index: BlindIndex,
  ) {
    super(box, 'Deliveries', COLUMNS);
  }

  /** The same for the same name and telephone number, however they are written; null for nobody. */
  customerKey(name: string | null, phone: string | null): string | null {
    if (name === null || phone === null) return null;
    return this.index.of('Deliveries.Customer', `${searchWords(name).join(' ')} ${digitsOf(phone)}`);
  }

  /** What a customer is found by: whole words of the name, and the telephone number. */
  terms(name: string | null, phone: string | null): string[] {
    return this.termsOf([...searchWords(name ?? ''), digitsOf(phone ?? '')].filter((word) => word !== ''));
  }

  /** What a delivery must have whose customer these words find; a number may be written with signs between. */
  termsOf(words: readonly string[]): string[] {
    const plain = words.map((word) => (/^[+()\d-]+$/.test(word) ? digitsOf(word) : word));
    return [...new Set(plain)].map((word) => this.index.of('DeliveryTerms', word).slice(0, TERM_LENGTH));
  }
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}
