import { z } from 'zod';

export const Role = z.enum(['facilitator', 'participant', 'viewer']);
export type Role = z.infer<typeof Role>;

export type Capability = 'canRead' | 'canEdit' | 'canFacilitate';

/** What each role may do. Whatever is not listed is denied. */
const granted: Record<Role, ReadonlySet<Capability>> = {
  facilitator: new Set(['canRead', 'canEdit', 'canFacilitate']),
  participant: new Set(['canRead', 'canEdit']),
  viewer: new Set(['canRead']),
};

export const can = (role: Role, capability: Capability): boolean => granted[role].has(capability);

const rank: Record<Role, number> = { viewer: 0, participant: 1, facilitator: 2 };

/** Whether the first may more than the second. */
export const isStronger = (a: Role, b: Role): boolean => rank[a] > rank[b];

/** A weaker link never takes a role away: the stronger of what somebody had and what the new link gives. */
export const strongerRole = (a: Role, b: Role): Role => (rank[a] >= rank[b] ? a : b);
