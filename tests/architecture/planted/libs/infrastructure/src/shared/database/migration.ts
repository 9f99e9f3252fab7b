export const migration = 'A program reaches this.';
