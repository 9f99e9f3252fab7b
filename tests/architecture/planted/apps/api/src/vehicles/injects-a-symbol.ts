export { Inject } from '@nestjs/common'; // planted: no-restricted-imports
