import './knows-the-api.job';
import './speaks-sql.module';
import './worker.module';
