export const maintenanceCheckJob = {};
