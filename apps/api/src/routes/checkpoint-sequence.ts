import { Param, PipeTransform } from '@nestjs/common';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { validationFailed } from '@fleet/api/http/to-problem';

const sequencePipe: PipeTransform<string, number> = {
  transform(value) {
    const sequence = /^\d+$/.test(value) ? Number(value) : 0;
    if (sequence < 1) {
      throw new HttpProblemError(
        validationFailed([{ field: 'sequence', message: 'must be a whole number from 1 on' }]),
      );
    }
    return sequence;
  },
};

/** The `{sequence}` of the path. */
export function CheckpointSequence(): ParameterDecorator {
  return Param('sequence', sequencePipe);
}
