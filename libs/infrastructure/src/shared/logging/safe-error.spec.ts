import { QueryFailedError } from 'typeorm';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { safeError } from './safe-error';

const MESSAGES = [
  "Cannot insert duplicate key row in object 'dbo.Drivers' with unique index 'UQ_X'. The duplicate key value is (Ana (Secret) Souza).",
  "String or binary data would be truncated in table 'Fleet.dbo.Drivers', column 'Name'. Truncated value: 'Ana\nO'Secret'.",
  "Conversion failed when converting the nvarchar value 'Secret' to data type int.",
];

it('keeps what tells what went wrong', () => {
  const driverError = Object.assign(new Error("Invalid object name 'Drivers'."), { number: 208, code: 'EREQUEST' });
  const logged = safeError(new QueryFailedError('SELECT 1', [], driverError));
  expect(logged).toMatchObject({ type: 'QueryFailedError', number: 208, code: 'EREQUEST' });
  expect(logged.message).toContain("Invalid object name 'Drivers'.");
  expect(logged.stack).toMatch(/^ {4}at .*safe-error\.spec\.ts/);
});

it('keeps neither the statement nor its parameters', () => {
  const logged = safeError(new QueryFailedError('INSERT INTO X VALUES (@0)', ['Secret'], new Error('failed')));
  expect(JSON.stringify(logged)).not.toMatch(/INSERT|Secret/);
});

it.each(MESSAGES)('cuts the value out of: %s', (message) => {
  const logged = safeError(new QueryFailedError('INSERT', [], new Error(message)));
  expect(JSON.stringify(logged)).not.toContain('Secret');
  expect(logged.message).toContain(message.slice(0, 30));
});

it('tells the cause as well, as safely', () => {
  const cause = Object.assign(new Error(MESSAGES[0]), { code: 'ESOCKET' });
  const logged = safeError(new UnavailableError('The database is away.', cause));
  expect(logged).toMatchObject({ type: 'UnavailableError', cause: { type: 'Error', code: 'ESOCKET' } });
  expect(JSON.stringify(logged)).not.toContain('Secret');
});
