import { ChainHead } from '@fleet/application/audit/event-seals';
import { SealedEvent } from './sealed-event';

/** Something that is not as it was sealed. */
export type ChainFault =
  | { readonly kind: 'altered'; readonly position: number; readonly event: SealedEvent }
  | { readonly kind: 'missing'; readonly position: number; readonly sequence: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  | { readonly kind: 'inserted'; readonly event: SealedEvent }
  | { readonly kind: 'cut'; readonly head: ChainHead };

/** The fault as a line of a report: what it is, and where. */
export function describeFault(fault: ChainFault): string {
  switch (fault.kind) {
    case 'altered':
      return `altered: position ${fault.position}, ${place(fault.event)}: it or its seal is not what was sealed`;
    case 'missing':
      return `missing: position ${fault.position}, sequence ${fault.sequence}: the event was sealed and is gone`;
    case 'gap':
      return `missing: positions ${fault.from} to ${fault.to}: the seals are gone; what follows them cannot be checked against them`;
    case 'inserted':
      return `inserted: ${place(fault.event)}: it has no seal, and later ones have`;
    case 'cut':
      return `cut: the chain does not hold the head ${fault.head.position}:${fault.head.hash}`;
  }
}

function place({ sequence, stream, streamId, streamVersion, type, occurredAt }: SealedEvent): string {
  return `sequence ${sequence}, ${stream} ${streamId} version ${streamVersion} (${type}, ${occurredAt})`;
}
