type TypedArray = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array

/** A longer copy, by default of twice the length; what is new is zero. */
export function grown<T extends TypedArray>(array: T, length = array.length * 2): T {
  const larger = new (array.constructor as new (length: number) => T)(length)
  larger.set(array)
  return larger
}
