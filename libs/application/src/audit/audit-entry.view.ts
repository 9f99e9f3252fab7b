import { AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { FieldChange } from '@fleet/domain/audit/field-changes';

/** One thing that has happened, as readers see it. Instants are ISO 8601 in UTC. */
export interface AuditEntry {
  /** The event's identity. */
  readonly id: string;
  readonly occurredAt: string;
  /** `user:<id>`, `key:<id>`, or `system`. */
  readonly actor: string;
  readonly entity: AuditedEntity;
  readonly entityId: string;
  /** What happened, in the past tense: `VehicleRegistered`. */
  readonly action: string;
  /** The version that the thing has had from then on. */
  readonly version: number;
  /** The request, or the run of a job. */
  readonly requestId: string;
  /** The client's address; null for what the product did by itself, and for readers of a history without `audit:read`. */
  readonly address: string | null;
  readonly changes: readonly FieldChange[];
}
