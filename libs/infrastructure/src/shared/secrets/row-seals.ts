import { SecretBox } from './secret-box';
import { placeOf } from './sealed-columns';

/** Encrypts the fields of a table's rows, each for its row and column alone. Nothing, as erased fields have, is null. */
export abstract class RowSeals<Field extends string> {
  /** @param columns which column a field is kept in */
  protected constructor(
    private readonly box: SecretBox,
    private readonly table: string,
    private readonly columns: Readonly<Record<Field, string>>,
  ) {}

  seal(id: string, field: Field, text: string | null): string | null {
    return text === null ? null : this.box.seal(text, this.place(id, field));
  }

  /** @throws UnreadableSealError */
  open(id: string, field: Field, sealed: string | null): string | null {
    return sealed === null ? null : this.box.open(sealed, this.place(id, field));
  }

  private place(id: string, field: Field): string {
    return placeOf(this.table, this.columns[field], id);
  }
}
