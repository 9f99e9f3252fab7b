const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-';

/**
 * Numbers plates from 0 in the order in which they come. It keeps them in typed arrays, 24 to 48 bytes a plate, where
 * a Map of a million texts would make the garbage collector let the process grow by hundreds of megabytes.
 */
export class PlateIndex {
  private keys = new Float64Array(1_024);
  private numbers = new Int32Array(1_024);
  private size = 0;

  /** The plate's number, or undefined when it has none. @param plate as `parsePlate` gives it */
  find(plate: string): number | undefined {
    const slot = this.slotOf(keyOf(plate));
    return this.keys[slot] === 0 ? undefined : this.numbers[slot];
  }

  /** The plate's number, a new one when it has none. */
  add(plate: string): number {
    if (this.size * 2 >= this.keys.length) this.grow();
    const slot = this.slotOf(keyOf(plate));
    if (this.keys[slot] === 0) this.put(slot, keyOf(plate), this.size++);
    return this.numbers[slot]!;
  }

  /** Where the key is, or the free place that it would take. */
  private slotOf(key: number): number {
    const last = this.keys.length - 1;
    let slot = hash(key) & last;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  private put(slot: number, key: number, number: number): void {
    this.keys[slot] = key;
    this.numbers[slot] = number;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.numbers = new Int32Array(keys.length * 2);
    keys.forEach((key, slot) => key !== 0 && this.put(this.slotOf(key), key, numbers[slot]!));
  }
}

/** Each plate as a whole number of its own: ten characters of 37 kinds stay below 2^53. Never 0. */
function keyOf(plate: string): number {
  let key = 0;
  for (const character of plate) key = key * (CHARACTERS.length + 1) + CHARACTERS.indexOf(character) + 1;
  return key;
}

function hash(key: number): number {
  const mixed = Math.imul(key % 2 ** 32, 0x9e3779b1) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
