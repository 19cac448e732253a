/** Bounds and names the work of taking a layer off. */
export interface UnwrapOptions {
  /** How findings name the blob. */
  path: string;
  /** The most that what is inside may have, in bytes. */
  maxBytes: number;
}

/** How one encoding around a whole blob is recognized, put on and taken off. */
export interface LayerCodec {
  /** Whether bytes that repeat cost less inside it. */
  compresses: boolean;
  /** Whether the bytes are in this layer. */
  isAround: (bytes: Uint8Array) => boolean;
  /** The first bytes of what is inside; null where that takes unpacking. */
  peek: (bytes: Uint8Array) => Uint8Array | null;
  wrap: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** @throws {KubebootError} `invalid` for a layer that is broken, or holds more than `maxBytes` */
  unwrap: (bytes: Uint8Array, options: UnwrapOptions) => Promise<Uint8Array>;
}
