/** How much a delivery presses, the least first. */
export const PRIORITIES = ['Low', 'Normal', 'High', 'Urgent'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** What a proof of delivery may have to show. */
export const PROOF_REQUIREMENTS = ['signature', 'photo', 'scan', 'code', 'notes'] as const;

export type ProofRequirement = (typeof PROOF_REQUIREMENTS)[number];
