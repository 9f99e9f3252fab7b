import '@fleet/tests/builders/vehicle.builder'; // planted: product-knows-no-tests-nor-tools
import '@fleet/tools/demo/careless'; // planted: product-knows-no-tests-nor-tools
import '@fleet/bench/floor'; // planted: product-knows-no-tests-nor-tools
