import '@fleet/worker/worker.module'; // planted: api-takes-worker-modules-in-modules-alone
