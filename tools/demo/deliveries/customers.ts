import { GIVEN_NAMES, SURNAMES } from '@fleet/tools/demo/fleet/people';
import { Random } from '@fleet/tools/demo/fleet/random';

export interface Customer {
  readonly customerName: string;
  readonly customerPhone: string;
  readonly customerAddress: string;
}

const SHOPS = [
  'Farmácia', 'Padaria', 'Livraria', 'Papelaria', 'Floricultura', 'Mercado', 'Oficina', 'Clínica', 'Restaurante',
  'Escola', 'Ótica', 'Pet shop',
]; // prettier-ignore
const STREETS = [
  'Rua Barão de Jaguara', 'Rua Treze de Maio', 'Av. Francisco Glicério', 'Av. Norte-Sul', 'Rua Coronel Quirino',
  'Av. Brasil', 'Rua Conceição', 'Av. Orosimbo Maia', 'Rua Maria Monteiro', 'Av. John Boyd Dunlop', 'Rua Sampainho',
  'Av. Albino J. B. de Oliveira',
]; // prettier-ignore
const CUSTOMERS = 90;

/** Made up, as the drivers are: no mobile number begins with 90. Some order again and again. */
export function planCustomers(random: Random): Customer[] {
  return Array.from({ length: CUSTOMERS }, (_, index) => ({
    customerName: random.chance(0.45)
      ? `${random.pick(SHOPS)} ${random.pick(SURNAMES)}`
      : `${random.pick(GIVEN_NAMES)} ${random.pick(SURNAMES)}`,
    customerPhone: `+55 19 90${random.between(100, 999)}-${5000 + index}`,
    customerAddress: `${random.pick(STREETS)}, ${random.between(10, 1900)}`,
  }));
}
