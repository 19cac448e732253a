/** Options for removing a layer. */
export interface UnwrapOptions {
  /** How findings name the blob. */
  path: string;
  /** The maximum size of the content, in bytes. */
  maxBytes: number;
}

/** How an encoding around a whole blob is recognized, added and removed. */
export interface LayerCodec {
  /** Whether repeated bytes take less space inside it. */
  compresses: boolean;
  /** Whether the bytes are in this layer. */
  isAround: (bytes: Uint8Array) => boolean;
  /** The first bytes of the content; null if that requires unpacking. */
  peek: (bytes: Uint8Array) => Uint8Array | null;
  wrap: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** @throws {KubebootError} `invalid` for a layer that is broken, or holds more than `maxBytes` */
  unwrap: (bytes: Uint8Array, options: UnwrapOptions) => Promise<Uint8Array>;
}
