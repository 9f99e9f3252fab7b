// A server that speaks SQL over the network takes longer than a file.
jest.setTimeout(process.env.DATABASE_URL?.startsWith('mssql:') ? 180_000 : 60_000);
