export const bagIt = (_wish: unknown): Uint8Array => new Uint8Array([80, 75])
