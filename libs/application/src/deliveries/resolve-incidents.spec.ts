import { IncidentNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { DeliveryBuilder } from '@fleet/tests/builders/delivery.builder';
import { deliveryScene } from '@fleet/tests/builders/delivery-scene';
import { NOW } from '@fleet/tests/builders/moments';

const REPORT = { type: 'Traffic', severity: 'Low', description: 'Queue' } as const;

function withIncidents(id: string, ...incidents: string[]) {
  const builder = new DeliveryBuilder().withId(id);
  for (const one of incidents) builder.then((delivery) => delivery.reportIncident(one, REPORT, NOW));
  return builder;
}

const scene = () =>
  deliveryScene({
    deliveries: [
      withIncidents('b', 'b1', 'b2').build(),
      withIncidents('a', 'a1', 'a2')
        .then((delivery) => delivery.resolveIncident('a2', 'Before', NOW))
        .build(),
    ],
  });

describe('ResolveIncidents', () => {
  it('resolves those that are open, and tells of the others, in the order in which they were asked for', async () => {
    const { resolve, deliveries } = scene();
    const answer = await resolve.execute(['b2', 'a2', 'a1', 'b2', 'b1'], 'Done');
    expect(answer).toEqual({ resolved: ['b2', 'a1', 'b1'], alreadyResolved: ['a2'] });
    const resolutions = async (id: string) =>
      (await deliveries.find(id))!.snapshot().incidents.map(({ resolution }) => resolution);
    expect([await resolutions('a'), await resolutions('b')]).toEqual([
      ['Done', 'Before'],
      ['Done', 'Done'],
    ]);
  });

  it('holds each delivery once, and writes those alone that change', async () => {
    const { resolve, notes } = scene();
    await resolve.execute(['b2', 'b1', 'a2'], 'Done');
    expect(notes).toEqual(['lock delivery', 'leave delivery', 'lock delivery', 'update delivery']);
  });

  it('does nothing when one of them is none, or the resolution cannot be', async () => {
    const { resolve, notes } = scene();
    await expect(resolve.execute(['a1', 'x'], 'Done')).rejects.toThrow(IncidentNotFoundError);
    await expect(resolve.execute(['a1'], ' ')).rejects.toThrow(InvalidFieldsError);
    expect(notes).not.toContain('update delivery');
  });
});
