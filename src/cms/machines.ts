/** Machine translation, off unless it is set up. */
export const machineNames = (): readonly string[] => []
