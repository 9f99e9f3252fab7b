export const floor = 0.6;
