import type { Kysely } from 'kysely';
import { isStronger } from '../../../shared/access/capabilities.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import { factsOf } from './people.ts';
import { findGrant, storeGrant } from './sessions.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'createResumeLink' | 'takeResumeLink'>;

export const resumeLinkQueries = (db: Kysely<Tables>): Methods => ({
  createResumeLink: ({ sessionId, workshopId, tokenHash, expiresAtMs }) =>
    db.transaction().execute(async (tx) => {
      const holder = await tx
        .selectFrom('grants')
        .innerJoin('participants', 'participants.id', 'grants.participant_id')
        .select('participants.kind')
        .where('grants.session_id', '=', sessionId)
        .where('grants.workshop_id', '=', workshopId)
        .where('grants.ended_at_ms', 'is', null)
        .executeTakeFirst();
      if (holder?.kind !== 'person') return false;
      const content = { token_hash: tokenHash, expires_at_ms: expiresAtMs };
      await tx
        .insertInto('resume_links')
        .values({ session_id: sessionId, workshop_id: workshopId, ...content })
        .onConflict((conflict) => conflict.columns(['session_id', 'workshop_id']).doUpdateSet(content))
        .execute();
      return true;
    }),

  takeResumeLink: ({ tokenHash, session, atMs }) =>
    db.transaction().execute(async (tx) => {
      const link = await tx
        .selectFrom('resume_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!link) return { status: 'unknown' };
      if (link.expires_at_ms <= atMs) return { status: 'expired' };
      const grant = await findGrant(tx, link.session_id, link.workshop_id);
      const own = await findGrant(tx, session.id, link.workshop_id);
      if (grant?.isHeld && own?.isHeld && isStronger(own.role, grant.role)) return { status: 'weaker' };
      await tx.deleteFrom('resume_links').where('token_hash', '=', tokenHash).execute();
      const holder = grant?.isHeld ? await factsOf(tx, grant.participantId) : null;
      if (!grant || !holder) return { status: 'unknown' };
      await storeGrant(tx, session, grant, atMs);
      const { workshopId, role } = grant;
      return { status: 'taken', workshopId, participant: holder.participant, role };
    }),
});
