import { Ticks } from './ticks';

const at = (text: string) => new Date(`2026-01-31T${text}Z`);

describe('Ticks', () => {
  it('gives an instant when it has come, and once', () => {
    const ticks = new Ticks('*/10 * * * * *', 'UTC', at('12:00:03.500'));
    expect(ticks.take(at('12:00:09.999'))).toBeNull();
    expect(ticks.take(at('12:00:10.000'))).toEqual(at('12:00:10.000'));
    expect(ticks.take(at('12:00:10.001'))).toBeNull();
    expect(ticks.take(at('12:00:20.000'))).toEqual(at('12:00:20.000'));
  });

  it('names a tick that comes late after the instant that was planned', () => {
    const ticks = new Ticks('*/10 * * * * *', 'UTC', at('12:00:03.500'));
    expect(ticks.take(at('12:00:19.999'))).toEqual(at('12:00:10.000'));
    expect(ticks.take(at('12:00:20.000'))).toEqual(at('12:00:20.000'));
  });

  it('makes one tick of all that were missed', () => {
    const ticks = new Ticks('*/10 * * * * *', 'UTC', at('12:00:03.500'));
    expect(ticks.take(at('13:00:00.000'))).toEqual(at('12:00:10.000'));
    expect(ticks.take(at('13:00:00.001'))).toBeNull();
    expect(ticks.take(at('13:00:10.000'))).toEqual(at('13:00:10.000'));
  });

  it('gives no instant twice when the clock is set back', () => {
    const ticks = new Ticks('*/10 * * * * *', 'UTC', at('12:00:03.500'));
    ticks.take(at('12:00:10.000'));
    expect(ticks.take(at('12:00:05.000'))).toBeNull();
    expect(ticks.take(at('12:00:10.000'))).toBeNull();
    expect(ticks.take(at('12:00:20.000'))).toEqual(at('12:00:20.000'));
  });

  it("plans by the operator's zone, and by the same instants wherever it starts", () => {
    const early = new Ticks('0 0 0 * * *', 'America/Sao_Paulo', at('02:59:59.999'));
    const late = new Ticks('0 0 0 * * *', 'America/Sao_Paulo', new Date('2026-01-30T03:00:00.000Z'));
    expect(early.take(at('03:00:00.000'))).toEqual(at('03:00:00.000'));
    expect(late.take(at('23:00:00.000'))).toEqual(at('03:00:00.000'));
  });
});
