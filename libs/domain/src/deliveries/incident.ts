import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { coordinates, Coordinates } from '@fleet/domain/shared/place';

export const INCIDENT_TYPES = [
  'Accident',
  'Breakdown',
  'Traffic',
  'Weather',
  'CustomerAbsent',
  'AddressProblem',
  'DamagedGoods',
  'Other',
] as const;

export type IncidentType = (typeof INCIDENT_TYPES)[number];

export const SEVERITIES = ['Low', 'Medium', 'High', 'Critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Of one delivery: each of its answers holds all of them. */
export const MAX_INCIDENTS = 100;
export const DESCRIPTION_MAX_LENGTH = 500;
export const INCIDENT_LOCATION_MAX_LENGTH = 255;

/** Something that went wrong on the way. It blocks nothing. */
export interface Incident extends Coordinates {
  readonly id: string;
  readonly type: IncidentType;
  readonly severity: Severity;
  readonly description: string;
  readonly location: string | null;
  readonly reportedAt: Date;
  /** Null while it is open. */
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
}

/** An incident as somebody reports it. */
export interface IncidentReport {
  readonly type: IncidentType;
  readonly severity: Severity;
  readonly description: string;
  readonly location?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

/** @throws InvalidFieldsError */
export function checkReport(
  report: IncidentReport,
): Pick<Incident, 'type' | 'severity' | 'description' | 'location' | 'latitude' | 'longitude'> {
  const checks = new FieldChecks();
  const checked = {
    type: report.type,
    severity: report.severity,
    description: checks.text('description', report.description, DESCRIPTION_MAX_LENGTH),
    location: checks.optionalText('location', report.location, INCIDENT_LOCATION_MAX_LENGTH),
    ...coordinates(checks, report),
  };
  checks.done();
  return checked;
}

/** @throws InvalidFieldsError */
export function checkResolution(resolution: string): string {
  const checks = new FieldChecks();
  const checked = checks.text('resolution', resolution, DESCRIPTION_MAX_LENGTH);
  checks.done();
  return checked;
}
