/** `{sha256}.{ext}` and nothing else: the only names in the public media folder, and the only ones that are served. */
export const FILE = /^[0-9a-f]{64}\.[a-z0-9]{1,5}$/
