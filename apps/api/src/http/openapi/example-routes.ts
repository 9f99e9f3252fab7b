import { CheckpointView, RouteView } from '@fleet/application/routes/route.view';
import { ID, STAMPS } from './examples';

// As with the examples of vehicles: the demo fleet has these routes in these states, each action has one of its own.

export const EXAMPLE_CHECKPOINTS = [
  {
    sequence: 1,
    location: 'Centro de Distribuição, Rod. Dom Pedro I, km 132',
    latitude: -22.8437,
    longitude: -47.0086,
    expectedAt: '2025-08-21T09:00:00.000Z',
    earliest: null,
    latest: null,
  },
  {
    sequence: 2,
    location: 'Av. Francisco Glicério, 1046',
    latitude: -22.9056,
    longitude: -47.0608,
    expectedAt: '2025-08-21T10:30:00.000Z',
    earliest: '2025-08-21T10:00:00.000Z',
    latest: '2025-08-21T11:00:00.000Z',
  },
] as const satisfies CheckpointView[];

const PLANNED = {
  origin: 'Distrito Industrial',
  destination: 'Centro',
  scheduledStart: '2025-08-21T08:00:00.000Z',
  scheduledEnd: EXAMPLE_CHECKPOINTS[1].expectedAt,
  checkpoints: EXAMPLE_CHECKPOINTS,
  status: 'Planning',
  activatedAt: null,
  endedAt: null,
  ...STAMPS,
} as const;

const ACTIVATED = '2025-08-21T07:45:00.000Z';
const ENDED = '2025-08-21T11:20:00.000Z';
const ACTIVE = { ...PLANNED, status: 'Active', activatedAt: ACTIVATED, updatedAt: ACTIVATED, version: 2 } as const;
const COMPLETED = { ...ACTIVE, status: 'Completed', endedAt: ENDED, updatedAt: ENDED, version: 3 } as const;
const CANCELLED = { ...PLANNED, status: 'Cancelled', endedAt: ACTIVATED, updatedAt: ACTIVATED, version: 2 } as const;

const id = (number: number) => `${ID}-7${String(number).padStart(11, '0')}`;

export const EXAMPLE_ROUTES = {
  /** To be read: it has a delivery of Ana Souza's. */
  active: { id: id(1), name: 'Centro, manhã', ...ACTIVE },
  planning: { id: id(2), name: 'Cambuí, manhã', ...PLANNED },
  completed: { id: id(3), name: 'Taquaral, manhã', ...COMPLETED },
  cancelled: { id: id(4), name: 'Barão Geraldo, manhã', ...CANCELLED },
  toChange: { id: id(5), name: 'Nova Campinas, manhã', ...PLANNED },
  /** A checkpoint is added to it. */
  toExtend: { id: id(6), name: 'Guanabara, manhã', ...PLANNED },
  /** Its checkpoints are replaced. */
  toReplan: { id: id(7), name: 'Botafogo, manhã', ...PLANNED },
  /** One of its checkpoints is changed. */
  toAdjust: { id: id(8), name: 'Bonfim, manhã', ...PLANNED },
  /** One of its checkpoints is removed. */
  toShorten: { id: id(9), name: 'Castelo, manhã', ...PLANNED },
  toActivate: { id: id(10), name: 'Sousas, manhã', ...PLANNED },
  /** It has no delivery that is open. */
  toComplete: { id: id(11), name: 'Joaquim Egídio, manhã', ...ACTIVE },
  toCancel: { id: id(12), name: 'Proença, manhã', ...PLANNED },
} as const satisfies Record<string, RouteView>;
