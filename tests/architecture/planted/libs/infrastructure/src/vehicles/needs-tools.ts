import '@fleet/tests/builders/vehicle.builder'; // planted: product-knows-no-tests-nor-tools
import '@fleet/tools/demo'; // planted: product-knows-no-tests-nor-tools
