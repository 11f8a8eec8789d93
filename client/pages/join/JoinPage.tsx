import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { useCallback, useEffect, useState } from 'react';
import type { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import type { Failure } from '../../api/call.ts';
import { previewInvite } from '../../api/sessions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { FailureState, WaysHome } from '../FailureState.tsx';
import { tokenInHash } from '../join-link.ts';
import { JoinView } from './JoinView.tsx';

type Lookup =
  | { readonly status: 'looking' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'found'; readonly preview: PreviewInviteResponse };

/** The link's token stands behind the #: browsers never send that part to a server. */
export function JoinPage() {
  const [token, setToken] = useState(() => tokenInHash(location.hash));
  useEffect(() => {
    // Another link pasted into the same tab changes only the fragment: no page load.
    const onHash = () => location.pathname.endsWith('/join') && setToken(tokenInHash(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return token === null ? <BrokenLink /> : <Invited key={token} token={token} />;
}

function Invited({ token }: { readonly token: string }) {
  const t = useText();
  const [lookup, setLookup] = useState<Lookup>({ status: 'looking' });

  const look = useCallback(async () => {
    setLookup({ status: 'looking' });
    const answer = await previewInvite(token);
    setLookup(answer.ok ? { status: 'found', preview: answer.value } : { status: 'failed', failure: answer.failure });
  }, [token]);
  useEffect(() => void look(), [look]);

  if (lookup.status === 'found') return <JoinView token={token} preview={lookup.preview} />;
  return (
    <>
      <Bar />
      <Main title={t('common.product')}>
        {lookup.status === 'looking' ? (
          <Loading label={t('join.opening')} />
        ) : (
          <FailureState failure={lookup.failure} onRetry={() => void look()} />
        )}
      </Main>
    </>
  );
}

function BrokenLink() {
  const t = useText();
  return (
    <>
      <Bar />
      <Main title={t('join.brokenTitle')}>
        <ErrorState icon={<LinkBreakIcon />} title={t('join.brokenTitle')} text={t('join.brokenText')}>
          <WaysHome />
        </ErrorState>
      </Main>
    </>
  );
}
