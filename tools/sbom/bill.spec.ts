import { productBill } from './bill';

const component = (name: string, version: string, ...properties: string[]) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  properties: properties.map((property) => ({ name: property, value: 'true' })),
});
const PRODUCT = component('fleet-manager', '0.1.0', 'cdx:npm:package:private');
const FASTIFY = component('fastify', '5.11.3');
const AVVIO = component('avvio', '9.1.0');
const JEST = component('jest', '30.5.2', 'cdx:npm:package:development');
const NEEDED = { fastify: '5.11.3' };

const printed = (...components: object[]) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    metadata: { component: PRODUCT },
    components,
    dependencies: [
      { ref: 'fleet-manager@0.1.0', dependsOn: ['fastify@5.11.3', 'jest@30.5.2'] },
      { ref: 'fastify@5.11.3', dependsOn: ['avvio@9.1.0'] },
      { ref: 'jest@30.5.2', dependsOn: [] },
    ],
  });

describe('a bill of materials', () => {
  it('lists what the product runs with, and no tool', () => {
    const { components, dependencies } = productBill(printed(FASTIFY, AVVIO, JEST), NEEDED);
    expect(components).toEqual([FASTIFY, AVVIO]);
    expect(dependencies).toEqual([
      { ref: 'fleet-manager@0.1.0', dependsOn: ['fastify@5.11.3'] },
      { ref: 'fastify@5.11.3', dependsOn: ['avvio@9.1.0'] },
    ]);
  });

  it.each([
    ['a package is missing', printed(JEST), 'The bill lacks fastify@5.11.3.'],
    ['a package is there in another version', printed(component('fastify', '5.0.0')), 'The bill lacks fastify@5.11.3.'],
    ['a package is there as a tool alone', printed({ ...JEST, name: 'fastify', version: '5.11.3' }), 'The bill lacks'],
    ['it is something else', '{"bomFormat":"SPDX"}', 'This is no CycloneDX bill.'],
    ['it is no JSON', 'npm error', 'Unexpected token'],
  ])('is refused when %s', (_, text, message) => {
    expect(() => productBill(text, NEEDED)).toThrow(message);
  });
});
