/** Numbers and text in content that somebody sent. Whoever reads beyond its end gets 0 and blank text, which fit nothing. */
export class Bytes {
  private readonly view: DataView;

  constructor(private readonly content: Uint8Array) {
    this.view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  }

  get length(): number {
    return this.content.length;
  }

  byte(at: number): number {
    return this.content[at] ?? 0;
  }

  uint16(at: number): number {
    return this.has(at, 2) ? this.view.getUint16(at) : 0;
  }

  uint32(at: number): number {
    return this.has(at, 4) ? this.view.getUint32(at) : 0;
  }

  uint16LittleEndian(at: number): number {
    return this.has(at, 2) ? this.view.getUint16(at, true) : 0;
  }

  uint24LittleEndian(at: number): number {
    return this.uint16LittleEndian(at) | (this.byte(at + 2) << 16);
  }

  uint32LittleEndian(at: number): number {
    return this.has(at, 4) ? this.view.getUint32(at, true) : 0;
  }

  /** Whether these bytes stand there. */
  is(at: number, ...bytes: number[]): boolean {
    return this.has(at, bytes.length) && bytes.every((byte, index) => this.content[at + index] === byte);
  }

  /** Four characters, such as the name of a chunk. */
  name(at: number): string {
    return this.has(at, 4) ? String.fromCharCode(...this.content.subarray(at, at + 4)) : '';
  }

  /** Whether these two bytes stand one after the other anywhere from there on. */
  hasPair(from: number, first: number, second: number): boolean {
    for (let at = this.content.indexOf(first, from); at !== -1; at = this.content.indexOf(first, at + 1)) {
      if (this.content[at + 1] === second) return true;
    }
    return false;
  }

  private has(at: number, count: number): boolean {
    return at + count <= this.content.length;
  }
}
