/** A real place, by the degrees that maps give for it. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const place = (name: string, latitude: number, longitude: number): Place => ({ name, latitude, longitude });

/** Where the fleet stands at night. */
export const DEPOT = place('Distrito Industrial', -22.962, -47.128);

/** Quarters of Campinas, in the state of São Paulo. */
export const QUARTERS: readonly Place[] = [
  place('Centro', -22.906, -47.061),
  place('Aeroporto de Viracopos', -23.007, -47.134),
  place('Cambuí', -22.897, -47.051),
  place('Taquaral', -22.875, -47.053),
  place('Barão Geraldo', -22.833, -47.08),
  place('Unicamp', -22.817, -47.069),
  place('Jardim Chapadão', -22.885, -47.08),
  place('Ponte Preta', -22.918, -47.055),
  place('Swift', -22.933, -47.04),
  place('Ouro Verde', -22.97, -47.12),
  place('Campo Grande', -22.93, -47.17),
  place('Sousas', -22.88, -46.97),
  place('Joaquim Egídio', -22.885, -46.935),
  place('Jardim Aurélia', -22.89, -47.09),
  place('São Bernardo', -22.92, -47.08),
  place('Shopping Parque Dom Pedro', -22.848, -47.063),
  place('Rodoviária', -22.904, -47.071),
  place('CEASA', -22.832, -47.03),
  place('Hospital Mário Gatti', -22.912, -47.063),
];

/** Towns within an hour or so. */
export const TOWNS: readonly Place[] = [
  place('Paulínia', -22.761, -47.154),
  place('Valinhos', -22.971, -46.996),
  place('Vinhedo', -23.03, -46.975),
  place('Hortolândia', -22.858, -47.22),
  place('Sumaré', -22.822, -47.267),
  place('Indaiatuba', -23.09, -47.218),
  place('Jaguariúna', -22.706, -46.986),
  place('Americana', -22.739, -47.331),
  place('Jundiaí', -23.186, -46.884),
  place('Limeira', -22.565, -47.402),
  place('Piracicaba', -22.725, -47.648),
  place('Bragança Paulista', -22.952, -46.542),
  place('São Paulo', -23.55, -46.633),
];

/** There and back in a day. */
export const CITIES: readonly Place[] = [
  place('Sorocaba', -23.501, -47.458),
  place('Santos', -23.961, -46.333),
  place('São José dos Campos', -23.179, -45.887),
  place('Poços de Caldas', -21.788, -46.561),
  place('São Carlos', -22.018, -47.891),
  place('Ribeirão Preto', -21.178, -47.81),
];

/** A night or more on the road. */
export const CAPITALS: readonly Place[] = [
  place('Belo Horizonte', -19.917, -43.934),
  place('Brasília', -15.794, -47.883),
  place('Goiânia', -16.687, -49.265),
  place('Vitória', -20.316, -40.313),
  place('Porto Alegre', -30.035, -51.218),
  place('Florianópolis', -27.595, -48.548),
  place('Campo Grande (MS)', -20.47, -54.62),
  place('Cuiabá', -15.601, -56.097),
  place('Salvador', -12.978, -38.502),
  place('Recife', -8.054, -34.881),
  place('Fortaleza', -3.732, -38.527),
];

const KILOMETRES_A_DEGREE = 111.2;

/** Kilometres by road, which is longer than the straight line; most of all in town. */
export function roadKilometres(from: Place, to: Place): number {
  const middle = ((from.latitude + to.latitude) / 2) * (Math.PI / 180);
  const north = (to.latitude - from.latitude) * KILOMETRES_A_DEGREE;
  const east = (to.longitude - from.longitude) * KILOMETRES_A_DEGREE * Math.cos(middle);
  const straight = Math.hypot(north, east);
  return straight * (straight < 25 ? 1.4 : 1.2);
}
