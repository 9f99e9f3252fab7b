import '../shared/config/load-configuration'; // planted: features-are-reached-by-their-alias
import '../../../domain/src/shared/clock'; // planted: projects-are-reached-by-their-alias
