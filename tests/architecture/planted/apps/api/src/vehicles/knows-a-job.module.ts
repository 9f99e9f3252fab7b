import '@fleet/worker/maintenance-check.job'; // planted: api-takes-of-worker-its-modules-alone
