export const toRecord = (vehicle: object): object => ({ ...vehicle });
