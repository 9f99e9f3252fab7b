export const OPEN = `Status = 'Available'`;
