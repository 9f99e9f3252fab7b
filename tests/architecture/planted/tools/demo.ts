export const demo = process.env.DEMO;
