/** The same numbers with as much room again behind them. */
export function doubled<Numbers extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(numbers: Numbers): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2)
  larger.set(numbers)
  return larger
}
