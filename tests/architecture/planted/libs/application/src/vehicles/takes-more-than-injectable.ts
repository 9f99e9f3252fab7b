export { NotFoundException } from '@nestjs/common'; // planted: no-restricted-imports
export type { OnModuleInit } from '@nestjs/common'; // planted: no-restricted-imports
export * as nest from '@nestjs/common'; // planted: no-restricted-imports
