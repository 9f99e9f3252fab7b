/** What a disk that is ill, or a network that it is behind, fails with. A full disk or a missing right is an answer. */
const FAULTS = new Set([
  'EIO',
  'EREMOTEIO',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENOTCONN',
  'ENODEV',
  'ENXIO',
  'EAGAIN',
  'EBUSY',
  'EMFILE',
  'ENFILE',
]);

/** Errors of the file system that tell that it is away or ill; one without a code is none of its own. */
export function isFaultOfFiles(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined || FAULTS.has(code);
}
