import '@fleet/api/vehicles/vehicles.module'; // planted: worker-knows-no-api
