import './migration';

export const configuration = process.env;
