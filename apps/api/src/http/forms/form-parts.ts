import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { validationFailed } from '@fleet/api/http/to-problem';
import { FormShape } from './takes-form';

/** Gathers what a form has, and everything that it may not have, so that a caller can mend all of it at once. */
export class FormParts {
  readonly text: Record<string, string> = {};
  readonly uploads: Upload[] = [];
  private readonly faults = new Map<string, string>();

  constructor(private readonly shape: FormShape) {}

  /** @param value no text when the part says that it is something else */
  addText(field: string, value: unknown, isCutOff: boolean): void {
    if (this.mostFiles(field) > 0) this.faults.set(field, 'must be a file');
    else if (!this.shape.text.includes(field)) this.faults.set(field, 'is not a known field');
    else if (typeof value !== 'string') this.faults.set(field, 'must be text');
    else if (isCutOff) this.faults.set(field, 'is too long');
    else if (Object.hasOwn(this.text, field)) this.faults.set(field, 'must be given once');
    else this.text[field] = value;
  }

  /** Whether one more file of that field is wanted; if not, that is a fault. */
  wantsFile(field: string): boolean {
    const most = this.mostFiles(field);
    const isWanted = this.uploads.filter((upload) => upload.field === field).length < most;
    if (!isWanted) this.faults.set(field, this.faultOfFile(field, most));
    return isWanted;
  }

  addFile(upload: Upload): void {
    this.uploads.push(upload);
  }

  /** @throws HttpProblemError when anything was at fault */
  done(): void {
    const faults = [...this.faults].map(([field, message]) => ({ field, message }));
    if (faults.length > 0) throw new HttpProblemError(validationFailed(faults));
  }

  private mostFiles(field: string): number {
    return Object.hasOwn(this.shape.files, field) ? this.shape.files[field]! : 0;
  }

  private faultOfFile(field: string, most: number): string {
    if (most > 0) return most === 1 ? 'must be given once' : `must be at most ${most} files`;
    return this.shape.text.includes(field) ? 'must be text' : 'is not a known field';
  }
}
