/** The day that is today where days are counted for everyone: in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
