import '@fleet/worker/worker.module'; // planted: infrastructure-knows-no-app
import '@fleet/api/vehicles/vehicles.module'; // planted: infrastructure-knows-no-app
