// Methods that Chromium 100 lacks and our code uses; the bundler renews syntax only. Imported before anything else.
type Compare = (a: never, b: never) => number;

function add(prototype: object, name: string, value: (this: never, ...given: never[]) => unknown): void {
  if (!(name in prototype))
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

add(Array.prototype, 'toSorted', function (this: unknown[], compare?: Compare) {
  return [...this].sort(compare as (a: unknown, b: unknown) => number);
});
add(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse();
});
add(
  Object.getPrototypeOf(Float64Array.prototype) as object,
  'toSorted',
  function (this: Float64Array, compare?: Compare) {
    return this.slice().sort(compare as (a: number, b: number) => number);
  },
);
