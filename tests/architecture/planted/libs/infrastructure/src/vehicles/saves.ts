interface Repository {
  save(row: object): Promise<object>;
}

export const save = (rows: Repository): Promise<object> => rows.save({}); // planted: no-restricted-syntax
