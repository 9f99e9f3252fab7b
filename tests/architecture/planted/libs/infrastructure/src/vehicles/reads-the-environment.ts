import 'process'; // planted: no-restricted-imports
import { env } from 'node:process'; // planted: no-restricted-imports

export const { PORT } = env;
export const host = process.env.HOST; // planted: no-restricted-properties
