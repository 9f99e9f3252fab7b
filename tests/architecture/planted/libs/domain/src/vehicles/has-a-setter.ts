export class Vehicle {
  private kilometres = 0;

  get mileage(): number {
    return this.kilometres;
  }

  // planted: no-restricted-syntax
  set mileage(kilometres: number) {
    this.kilometres = kilometres;
  }
}
