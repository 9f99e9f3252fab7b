import { applyDecorators, Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels } from '@nestjs/swagger';
import { IMAGE_TYPES } from '@fleet/domain/shared/images/image';
import { FORM_BODY } from '@fleet/api/http/media-types';
import type { ComponentsObject, OperationObject, RequestBodyObject, SchemaObject } from './openapi-types';

/** A form that an operation takes, beside its `body` or without one. Its files are images. */
export interface FormDocs {
  /** The class of its text fields. */
  readonly fields: Type;
  readonly files: Readonly<Record<string, FileDocs>>;
}

interface FileDocs {
  readonly description: string;
  /** How many there may be. */
  readonly max: number;
}

/** Where an operation says what its form has, until the document is finished. */
const FORM_EXTENSION = 'x-form';

interface FormExtension {
  readonly fields: string;
  readonly files: FormDocs['files'];
}

type Operation = OperationObject & { [FORM_EXTENSION]?: FormExtension };

export function takesForm({ fields, files }: FormDocs): MethodDecorator {
  const form: FormExtension = { fields: fields.name, files };
  return applyDecorators(ApiExtraModels(fields), ApiExtension(FORM_EXTENSION, form));
}

/** Adds the form to the bodies of the operation. @param schemas of the document, as Nest writes them */
export function describeForm(operation: Operation, schemas: ComponentsObject['schemas']): void {
  const form = operation[FORM_EXTENSION];
  if (!form) return;
  delete operation[FORM_EXTENSION];
  operation.requestBody ??= { required: true, content: {} };
  const { properties = {}, required = [] } = schemas![form.fields] as SchemaObject;
  const files = Object.entries(form.files);
  (operation.requestBody as RequestBodyObject).content[FORM_BODY] = {
    // No reference: a form with files is no object of that class, which has no other fields.
    schema: {
      type: 'object',
      properties: {
        ...structuredClone(properties),
        ...Object.fromEntries(files.map(([name, file]) => [name, fileSchema(file)])),
      },
      ...(required.length > 0 && { required }),
    },
    encoding: Object.fromEntries(files.map(([name]) => [name, { contentType: IMAGE_TYPES.join(', ') }])),
  };
}

function fileSchema({ description, max }: FileDocs): SchemaObject {
  const file: SchemaObject = { type: 'string', format: 'binary' };
  return max === 1 ? { ...file, description } : { type: 'array', items: file, maxItems: max, description };
}
