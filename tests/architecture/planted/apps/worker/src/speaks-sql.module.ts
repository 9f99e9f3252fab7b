import 'typeorm'; // planted: apps-know-no-database
import 'redis'; // planted: apps-know-no-database
import 'mssql'; // planted: apps-know-no-database
import 'better-sqlite3'; // planted: apps-know-no-database // planted: one-driver-of-the-embedded-engine
import 'cache-manager'; // planted: apps-know-no-database
import 'cache-manager-redis-yet'; // planted: apps-know-no-database
