import type { Env } from '#env'
export const walk = async (_settings: Env): Promise<boolean> => false
