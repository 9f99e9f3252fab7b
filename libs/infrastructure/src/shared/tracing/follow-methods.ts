import { Tracing } from '@fleet/application/shared/tracing';

type Method = (...parameters: unknown[]) => unknown;

const FOLLOWED = new WeakSet<object>();

/** Follows the one method of a use case, and every method of a read port, as `RegisterVehicle` and `VehicleQueries.list`. */
export function followMethods(instance: object, name: string, tracing: Tracing): void {
  // It may be known by several names.
  if (FOLLOWED.has(instance)) return;
  FOLLOWED.add(instance);
  const methods = methodsOf(instance);
  const followed = name.endsWith('Queries') ? methods : methods.filter((method) => method === 'execute');
  for (const method of followed) {
    const plain = (instance as Record<string, Method>)[method]!;
    const span = method === 'execute' ? name : `${name}.${method}`;
    const traced: Method = (...parameters) => tracing.follow(span, () => plain.apply(instance, parameters));
    Object.defineProperty(instance, method, { value: traced });
  }
}

function methodsOf(instance: object): string[] {
  const prototype = Object.getPrototypeOf(instance) as object;
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);
}
