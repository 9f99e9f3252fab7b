import { applyDecorators } from '@nestjs/common';
import { MAX_PHOTOS } from '@fleet/domain/deliveries/proof';
import { IMAGE_TYPES } from '@fleet/domain/shared/images/image';
import { EXAMPLE_DELIVERIES, EXAMPLE_INCIDENTS } from '@fleet/api/http/openapi/example-deliveries';
import { operation, partId } from '@fleet/api/http/openapi/operation';
import {
  CaptureProofRequest,
  ReachCheckpointRequest,
  ReportIncidentRequest,
  ResolveIncidentRequest,
  ResolveIncidentsRequest,
} from './delivery-progress.dto';
import { ResolvedIncidentsResponse } from './delivery-progress.responses';
import { DeliveryResponse } from './delivery.responses';

const { inTransit, outForDelivery, delivered } = EXAMPLE_DELIVERIES;
const { toResolve, alsoToResolve } = EXAMPLE_INCIDENTS;
const theDelivery = { of: 'the delivery', example: inTransit.id };

export const reachCheckpoint = operation({
  id: 'reachCheckpoint',
  summary: 'Reach a checkpoint',
  description:
    'Says that the delivery, in transit, has reached a checkpoint of its route, and when; how late or early that is, and ' +
    'whether outside its window, is kept with it. One that was reached before changes nothing.',
  pathId: theDelivery,
  condition: 'If-Match',
  body: {
    type: ReachCheckpointRequest,
    examples: { reach: { summary: 'The second one, just now', value: { sequence: 2 } } },
  },
  answer: {
    status: 200,
    description: 'The delivery as it is now.',
    type: DeliveryResponse,
    example: {
      ...inTransit,
      checkpoints: [
        ...inTransit.checkpoints,
        { sequence: 2, reachedAt: '2025-08-20T13:05:00.000Z', delayMinutes: 5, outsideWindow: false },
      ],
      delayMinutes: 5,
      version: 6,
    },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'CHECKPOINT_NOT_FOUND', 'DELIVERY_NOT_IN_TRANSIT'],
});

export const reportIncident = operation({
  id: 'reportIncident',
  summary: 'Report an incident',
  description:
    'Something went wrong. It blocks nothing, whatever the status of the delivery; it stays open until it is resolved. At most 100 a delivery.',
  pathId: theDelivery,
  condition: 'If-Match',
  body: {
    type: ReportIncidentRequest,
    examples: {
      report: {
        summary: 'A traffic jam',
        value: {
          type: 'Traffic',
          severity: 'Medium',
          description: 'Queue before the bridge',
          latitude: -22.8184,
          longitude: -47.0647,
        },
      },
    },
  },
  answer: {
    status: 201,
    description: 'The delivery as it is now; the new incident is the last of its incidents.',
    type: DeliveryResponse,
    example: { ...inTransit, version: 6 },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'TOO_MANY_INCIDENTS'],
});

export const resolveIncident = applyDecorators(
  operation({
    id: 'resolveIncident',
    summary: 'Resolve an incident',
    description: 'Closes one incident of the delivery, with how it was resolved.',
    pathId: theDelivery,
    condition: 'If-Match',
    body: {
      type: ResolveIncidentRequest,
      examples: { resolve: { summary: 'It has passed', value: { resolution: 'Took another way' } } },
    },
    answer: {
      status: 200,
      description: 'The delivery as it is now.',
      type: DeliveryResponse,
      example: {
        ...inTransit,
        incidents: [
          { ...toResolve, resolvedAt: '2025-08-20T12:20:00.000Z', resolution: 'Took another way' },
          alsoToResolve,
        ],
        version: 6,
      },
      headers: ['ETag'],
    },
    problems: ['DELIVERY_NOT_FOUND', 'INCIDENT_NOT_FOUND', 'INCIDENT_ALREADY_RESOLVED'],
  }),
  partId('incidentId', 'the incident', toResolve.id),
);

export const resolveIncidents = operation({
  id: 'resolveIncidents',
  summary: 'Resolve many incidents',
  description:
    'Closes up to 200 incidents, of whatever deliveries, in the same way: all of them, or none when one of them is none.',
  body: {
    type: ResolveIncidentsRequest,
    examples: {
      resolve: {
        summary: 'The rain is over',
        value: { incidentIds: [alsoToResolve.id], resolution: 'The rain is over' },
      },
    },
  },
  answer: {
    status: 200,
    description: 'Which ones were open until now.',
    type: ResolvedIncidentsResponse,
    example: { resolved: [alsoToResolve.id], alreadyResolved: [] },
  },
  problems: ['INCIDENT_NOT_FOUND', 'CONCURRENT_UPDATE'],
});

export const captureProof = operation({
  id: 'captureProof',
  summary: 'Capture the proof of delivery',
  description:
    'Who received it, and what shows that: notes, a code, a scanned value, and as files of a form one `signature` and up ' +
    'to five `photos`, each a PNG, JPEG or WebP image of at most 5 MB. While the delivery is OutForDelivery; one that is ' +
    'captured later replaces the one before, ten times at most.',
  pathId: { of: 'the delivery', example: outForDelivery.id },
  condition: 'If-Match',
  body: {
    type: CaptureProofRequest,
    examples: { code: { summary: 'With a code', value: { receivedBy: 'Paula Andrade', code: '4711' } } },
  },
  form: {
    fields: CaptureProofRequest,
    files: {
      signature: { description: 'The signature of whoever received it.', max: 1 },
      photos: { description: 'What it looked like.', max: MAX_PHOTOS },
    },
  },
  answer: {
    status: 200,
    description: 'The delivery with its proof.',
    type: DeliveryResponse,
    example: {
      ...outForDelivery,
      proof: {
        receivedBy: 'Paula Andrade',
        notes: null,
        code: '4711',
        scannedValue: null,
        files: [],
        capturedAt: '2025-08-20T13:20:00.000Z',
      },
      version: 6,
    },
    headers: ['ETag'],
  },
  problems: ['DELIVERY_NOT_FOUND', 'DELIVERY_NOT_OUT_FOR_DELIVERY', 'TOO_MANY_PROOFS'],
});

export const proofFile = applyDecorators(
  operation({
    id: 'getProofFile',
    summary: 'Download a file of a proof',
    description: 'A signature or a photo, for those who may see the delivery; of earlier attempts, too.',
    pathId: { of: 'the delivery', example: delivered.id },
    answer: { status: 200, description: 'The image, as it was sent.', mediaTypes: IMAGE_TYPES },
    problems: ['PROOF_FILE_NOT_FOUND'],
  }),
  partId('fileId', 'the file', delivered.proof.files[0].id),
);
