export const cardTools = {} as const;
