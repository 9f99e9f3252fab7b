import { DELIVERY_STATUSES, DELIVERY_STEPS } from '@fleet/domain/deliveries/delivery-status';
import { deliverySteps, routeSteps } from './flows';
import { withPart } from './marked-parts';
import { stateDiagram } from './state-diagram';

it('draws what goes where, and where it begins and ends', () => {
  const drawn = stateDiagram([
    { from: null, to: 'A' },
    { from: 'A', to: 'B', by: 'going' },
    { from: 'B', to: null },
  ]);
  const lines = ['```mermaid', 'stateDiagram-v2', '    [*] --> A', '    A --> B: going', '    B --> [*]', '```'];
  expect(drawn.split('\n')).toEqual(lines);
});

it('has every step of a delivery, and no other', () => {
  const steps = deliverySteps().filter(({ from, to }) => from !== null && to !== null);
  const allowed = DELIVERY_STATUSES.flatMap((from) => DELIVERY_STEPS[from].map((to) => `${from} ${to}`));
  expect(steps.map(({ from, to }) => `${from} ${to}`)).toEqual(allowed);
});

it('finds the steps of a route by trying them', () => {
  expect(routeSteps()).toEqual([
    { from: null, to: 'Planning' },
    { from: 'Planning', to: 'Active', by: 'activate' },
    { from: 'Planning', to: 'Cancelled', by: 'cancel' },
    { from: 'Active', to: 'Completed', by: 'complete' },
    { from: 'Active', to: 'Cancelled', by: 'cancel' },
    { from: 'Completed', to: null },
    { from: 'Cancelled', to: null },
  ]);
});

it('replaces what is between the marks alone', () => {
  const page = 'a\n<!-- It: made by `npm run diagrams`. -->\n\nold\n\n<!-- The end of It. -->\nb\n';
  expect(withPart(page, 'It', 'new')).toBe(page.replace('old', 'new'));
  expect(() => withPart(page, 'Other', 'new')).toThrow('no place for Other');
});
