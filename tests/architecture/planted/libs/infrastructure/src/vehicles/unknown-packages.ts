import 'jest'; // planted: product-needs-no-dev-dependency
import 'iconv-lite'; // planted: packages-are-declared
import './no-such-file'; // planted: imports-resolve
