import '../builders/vehicle.builder'; // planted: projects-are-reached-by-their-alias
import '../../libs/domain/src/shared/clock'; // planted: projects-are-reached-by-their-alias
