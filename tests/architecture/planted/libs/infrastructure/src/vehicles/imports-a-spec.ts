import '@fleet/domain/trips/trip.spec'; // planted: nobody-imports-a-spec
