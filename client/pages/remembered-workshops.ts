import { z } from 'zod';
import { type Role, Role as RoleSchema } from '../../shared/access/capabilities.ts';
import { TimestampMs } from '../../shared/api/time.ts';
import { type GetWorkshopResponse, Organisation } from '../../shared/api/workshops.ts';
import { InviteId, WorkshopId } from '../../shared/protocol/ids.ts';

/** A link that this browser was given when it was made: the server keeps only its hash. */
const KnownLink = z.object({ inviteId: InviteId, url: z.url() });
export type KnownLink = z.infer<typeof KnownLink>;
export type KnownLinks = Readonly<Partial<Record<Role, KnownLink>>>;

/** What this browser keeps of a workshop so that one finds back: nothing of what is on its boards. */
const RememberedWorkshop = z.object({
  id: WorkshopId,
  title: z.string(),
  role: RoleSchema,
  organisations: z.array(Organisation),
  boards: z.number().int().nonnegative(),
  openedAtMs: TimestampMs,
  links: z.partialRecord(RoleSchema, KnownLink),
  /** Made here beside those. */
  moreLinks: z.array(KnownLink).default([]),
});
export type RememberedWorkshop = z.infer<typeof RememberedWorkshop>;

const storageKey = 'commonboard.workshops';
/** Older ones fall out, except those with links that nobody else may have. */
const keptMax = 40;

/** Newest first. Entries that do not decode are dropped: another version wrote them, or somebody by hand. */
export function rememberedWorkshops(storage: Pick<Storage, 'getItem'> | null = browserStorage()): RememberedWorkshop[] {
  let list: unknown;
  try {
    list = JSON.parse(storage?.getItem(storageKey) ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list
    .flatMap((entry) => {
      const workshop = RememberedWorkshop.safeParse(entry);
      return workshop.success ? [workshop.data] : [];
    })
    .sort((a, b) => b.openedAtMs - a.openedAtMs);
}

/** The links of a workshop that this browser holds: of each role the first. */
export const knownLinks = (id: WorkshopId): KnownLinks =>
  rememberedWorkshops().find((workshop) => workshop.id === id)?.links ?? {};

/** Addresses of all links of a workshop that this browser holds. */
export function knownUrls(id: WorkshopId): ReadonlyMap<InviteId, string> {
  const known = rememberedWorkshops().find((workshop) => workshop.id === id);
  const all = [...Object.values(known?.links ?? {}), ...(known?.moreLinks ?? [])];
  return new Map(all.map(({ inviteId, url }) => [inviteId, url]));
}

/** Keeps what a visit told. Links that the server no longer lists are forgotten; only facilitators see that list. */
export function rememberVisit(visit: GetWorkshopResponse, atMs: number): void {
  const working = new Set(visit.invites.map((invite) => invite.id));
  const mayWork = ({ inviteId }: KnownLink) => visit.me.role !== 'facilitator' || working.has(inviteId);
  change(visit.workshop.id, (known) => ({
    id: visit.workshop.id,
    title: visit.workshop.title,
    role: visit.me.role,
    organisations: visit.organisations,
    boards: visit.boards.length,
    openedAtMs: atMs,
    links: Object.fromEntries(Object.entries(known?.links ?? {}).filter(([, link]) => mayWork(link))),
    moreLinks: (known?.moreLinks ?? []).filter(mayWork),
  }));
}

/** Keeps the links of a workshop this browser has just made, before anything else can fail. */
export function rememberNewWorkshop(
  workshop: { readonly id: WorkshopId; readonly title: string },
  links: KnownLinks,
  atMs: number,
): void {
  change(workshop.id, () => ({
    id: workshop.id,
    title: workshop.title,
    role: 'facilitator',
    organisations: [],
    boards: 0,
    openedAtMs: atMs,
    links,
    moreLinks: [],
  }));
}

/**
 * A link that was made just now. The first of its role is the one that the workshop's page offers.
 * @param replaced whose place it takes.
 */
export function rememberLink(id: WorkshopId, role: Role, link: KnownLink, replaced?: InviteId): void {
  change(id, (known) => {
    if (known === undefined) return undefined;
    const first = known.links[role];
    return first === undefined || first.inviteId === replaced
      ? { ...known, links: { ...known.links, [role]: link } }
      : { ...known, moreLinks: [...known.moreLinks.filter(({ inviteId }) => inviteId !== replaced), link] };
  });
}

function change(id: WorkshopId, next: (known: RememberedWorkshop | undefined) => RememberedWorkshop | undefined): void {
  const all = rememberedWorkshops();
  const changed = next(all.find((workshop) => workshop.id === id));
  const others = all.filter((workshop) => workshop.id !== id);
  const kept = others.filter(
    (workshop, place) => place < keptMax - 1 || Object.keys(workshop.links).length + workshop.moreLinks.length > 0,
  );
  try {
    browserStorage()?.setItem(storageKey, JSON.stringify(changed === undefined ? kept : [changed, ...kept]));
  } catch {
    // Full or switched off: the workshop still opens with its link.
  }
}

function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
