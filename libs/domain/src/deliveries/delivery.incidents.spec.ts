import { DeliveryBuilder } from '@fleet/tests/builders/delivery.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { IncidentAlreadyResolvedError, IncidentNotFoundError } from './delivery.errors';
import { DELIVERY_STATUSES } from './delivery-status';
import { IncidentReport } from './incident';

const REPORT: IncidentReport = { type: 'Traffic', severity: 'High', description: ' Queue at the bridge ' };

const withIncident = () => new DeliveryBuilder().then((one) => one.reportIncident('i1', REPORT, EARLIER)).build();

describe('an incident', () => {
  it('is reported, and open', () => {
    const delivery = withIncident();
    expect(delivery.incident('i1')).toEqual({
      id: 'i1',
      type: 'Traffic',
      severity: 'High',
      description: 'Queue at the bridge',
      location: null,
      latitude: null,
      longitude: null,
      reportedAt: EARLIER,
      resolvedAt: null,
      resolution: null,
    });
    expect(delivery.snapshot().incidents).toEqual([delivery.incident('i1')]);
  });

  it('may be reported and resolved wherever the delivery stands', () => {
    for (const status of DELIVERY_STATUSES) {
      const delivery = new DeliveryBuilder().in(status).build();
      delivery.reportIncident('i1', REPORT, NOW);
      delivery.resolveIncident('i1', 'Done', NOW);
      expect(delivery.snapshot()).toMatchObject({ status, incidents: [{ resolvedAt: NOW, resolution: 'Done' }] });
    }
  });

  it('is resolved alone among others, once', () => {
    const delivery = withIncident();
    delivery.reportIncident('i2', REPORT, EARLIER);
    delivery.resolveIncident('i2', ' Went round it ', NOW);
    expect(delivery.incident('i1')).toMatchObject({ resolvedAt: null, resolution: null });
    expect(delivery.incident('i2')).toMatchObject({ resolvedAt: NOW, resolution: 'Went round it' });
    expect(() => delivery.resolveIncident('i2', 'Again', NOW)).toThrow(IncidentAlreadyResolvedError);
    expect(() => delivery.resolveIncident('i3', 'Again', NOW)).toThrow(IncidentNotFoundError);
  });

  it.each<[Partial<IncidentReport>, string[]]>([
    [{ description: 'x'.repeat(500) }, []],
    [{ description: 'x'.repeat(501) }, ['description must be at most 500 characters long']],
    [{ description: ' ' }, ['description is required']],
    [{ location: 'x'.repeat(255) }, []],
    [{ location: 'x'.repeat(256) }, ['location must be at most 255 characters long']],
    [{ latitude: 90, longitude: -180 }, []],
    [{ latitude: -90, longitude: 180 }, []],
    [{ latitude: 90.1, longitude: 0 }, ['latitude must be between -90 and 90']],
    [{ latitude: 0, longitude: -180.1 }, ['longitude must be between -180 and 180']],
    [{ latitude: 0 }, ['longitude is required beside the other one']],
    [{ longitude: 0 }, ['latitude is required beside the other one']],
  ])('of %j', (fields, faults) => {
    const delivery = new DeliveryBuilder().build();
    expect(faultsOf(() => delivery.reportIncident('i1', { ...REPORT, ...fields }, NOW))).toEqual(faults);
    expect(delivery.hasChanged).toBe(faults.length === 0);
  });

  it.each([
    ['x'.repeat(500), []],
    ['x'.repeat(501), ['resolution must be at most 500 characters long']],
    ['  ', ['resolution is required']],
  ])('resolved by %s', (resolution, faults) => {
    const delivery = withIncident();
    expect(faultsOf(() => delivery.resolveIncident('i1', resolution, NOW))).toEqual(faults);
  });
});
