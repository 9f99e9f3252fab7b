const ROWS_A_CHUNK = 1_000;
const MODELS = ['Fiat Strada Volcano', 'VW Gol', 'Renault Kangoo', 'Mercedes-Benz Sprinter 416', 'Citroën Jumpy'];

/** A file of vehicles without a fault, made while it is sent. Its plates come in no order, as in real files. */
export function* vehicleFile(rows: number): Generator<string> {
  yield 'plate,model,year,mileage,lastMaintenanceDate\r\n';
  for (let first = 0; first < rows; first += ROWS_A_CHUNK) {
    const size = Math.min(ROWS_A_CHUNK, rows - first);
    yield Array.from({ length: size }, (_, index) => row(first + index)).join('');
  }
}

function row(index: number): string {
  // Multiplying by an odd number modulo a power of two visits every number once, far from its neighbours.
  const plate = ((index * 7_368_787) % 2 ** 24).toString(36).toUpperCase().padStart(5, '0');
  const model = `${MODELS[index % MODELS.length]} ${index % 100}`;
  return `B-${plate},${model},${2000 + (index % 26)},${(index * 37) % 400_000},2025-${10 + (index % 3)}-01\r\n`;
}
