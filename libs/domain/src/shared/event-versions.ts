/** What an event's payload holds. */
export type EventPayload = Readonly<Record<string, unknown>>;

/** Brings a payload from one version of its event to the next. It asks nobody, and leaves what it is given as it is. */
export type Upcaster = (payload: EventPayload) => EventPayload;

/**
 * By the type of an event, what has become of its payload: the first leads from version 1 to version 2, and so on. A type
 * without any is in version 1, so nobody can bring in a new version and forget those who wrote the one before.
 */
export type Upcasters<Type extends string = string> = Readonly<Partial<Record<Type, readonly Upcaster[]>>>;

/** An event that a newer release has written: this one cannot know what it means, and does not guess. */
export class UnknownEventVersionError extends Error {
  constructor(type: string, version: number, known: number) {
    super(`${type} is stored in version ${version}, and this release knows it up to version ${known} only.`);
    this.name = 'UnknownEventVersionError';
  }
}

/** Which version each type of event has, and how payloads of earlier ones are read. */
export class EventVersions {
  constructor(private readonly upcasters: Upcasters) {}

  /** The version that events of this type are written in now. */
  current(type: string): number {
    return 1 + this.of(type).length;
  }

  /** The payload as it would be written now. @throws UnknownEventVersionError */
  upcast(type: string, version: number, payload: EventPayload): EventPayload {
    const steps = this.of(type);
    if (version > steps.length + 1) throw new UnknownEventVersionError(type, version, this.current(type));
    return steps.slice(version - 1).reduce((present, step) => step(present), payload);
  }

  private of(type: string): readonly Upcaster[] {
    return (Object.hasOwn(this.upcasters, type) && this.upcasters[type]) || [];
  }
}
