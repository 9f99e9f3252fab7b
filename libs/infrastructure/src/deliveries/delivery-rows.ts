import { incidentView, proofView, reachedView } from '@fleet/application/deliveries/delivery.view';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { DeliveryFileRecord, DeliveryIncidentRecord, DeliveryLinkRecord } from './delivery-parts.record';
import { DeliveryRecord } from './delivery.record';

/** The main row of a delivery, with nothing encrypted yet. */
export function toDeliveryRecord(delivery: Delivery, customerKey: string | null): DeliveryRecord {
  const {
    after,
    requirements,
    reached,
    incidents,
    proof,
    earlierProofs: _,
    erasedAt: __,
    leftAt: ___,
    ...same
  } = delivery.snapshot();
  return {
    ...same,
    customerKey,
    requirements: JSON.stringify(requirements),
    predecessors: JSON.stringify(after),
    reached: JSON.stringify(reached.map(reachedView)),
    incidents: JSON.stringify(incidents.map(incidentView)),
    openIncidents: incidents.filter(({ resolvedAt }) => resolvedAt === null).length,
    proof: proof && JSON.stringify(proofView(proof)),
  };
}

export function incidentRows({ id, incidents }: DeliverySnapshot): DeliveryIncidentRecord[] {
  return incidents.map((incident) => ({ id: incident.id, deliveryId: id, resolvedAt: incident.resolvedAt }));
}

export function linkRows({ id, after }: DeliverySnapshot): DeliveryLinkRecord[] {
  return after.map((afterId) => ({ deliveryId: id, afterId }));
}

/** The files of all proofs, of attempts that failed too. What they are decrypted with is not encrypted yet. */
export function fileRows({ id, proof, earlierProofs }: DeliverySnapshot): DeliveryFileRecord[] {
  const proofs = proof ? [...earlierProofs, proof] : earlierProofs;
  return proofs.flatMap(({ files, fileKeys }) => {
    const keys = JSON.parse(fileKeys ?? '{}') as Record<string, string>;
    return files.map((file) => ({ ...file, deliveryId: id, contentKey: keys[file.id] ?? null }));
  });
}
