interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** What of a bill of materials in CycloneDX is looked at here. */
export interface Bill {
  readonly bomFormat: 'CycloneDX';
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * Reads what npm printed of everything that is installed, and leaves what the product runs with.
 *
 * `npm sbom --omit=dev` does not do for that: it leaves out whatever a tool needs as well, rxjs for one.
 *
 * @param dependencies the product's own, as package.json names them with their exact versions
 * @throws Error when it is no bill, or one that lacks something
 */
export function productBill(text: string, dependencies: Readonly<Record<string, string>>): Bill {
  const bill = JSON.parse(text) as Bill;
  if (bill.bomFormat !== 'CycloneDX') throw new Error('This is no CycloneDX bill.');
  const components = bill.components.filter(
    ({ properties = [] }) => !properties.some((one) => one.name === DEVELOPMENT),
  );
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = Object.entries(dependencies).filter(([name, version]) => !named.has(`${name}@${version}`));
  if (missing.length > 0) throw new Error(`The bill lacks ${missing.map((entry) => entry.join('@')).join(', ')}.`);
  const kept = new Set([...components, bill.metadata.component].map((component) => component['bom-ref']));
  const edges = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  return { ...bill, components, dependencies: edges };
}
