import '@fleet/infrastructure/shared/database/migrations/1760000000001-create-vehicles'; // planted: migrations-are-run-and-not-read
