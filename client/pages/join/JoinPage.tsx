import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import type { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import type { Failure } from '../../api/call.ts';
import { previewInvite } from '../../api/sessions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { isForPhone } from '../board/phone-choice.ts';
import { FailureState } from '../FailureState.tsx';
import { tokenInHash } from '../join-link.ts';
import { JoinView } from './JoinView.tsx';
import { useBoardAhead } from './use-board-ahead.ts';

/** Few links are broken or ask for a code, few doors are closed: nobody else waits for these. */
const loadBrokenLink = async () => ({ default: (await import('./BrokenLink.tsx')).BrokenLink });
const BrokenLink = lazyPart(loadBrokenLink);
const loadPasscodeStep = async () => ({ default: (await import('./PasscodeStep.tsx')).PasscodeStep });
const PasscodeStep = lazyPart(loadPasscodeStep);
const loadClosedDoor = async () => ({ default: (await import('./ClosedDoor.tsx')).ClosedDoor });
const ClosedDoor = lazyPart(loadClosedDoor);

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
    // It may have changed between the first drawing and now.
    onHash();
    return () => removeEventListener('hashchange', onHash);
  }, []);
  if (token !== null) return <Invited key={token} token={token} />;
  return (
    <Later>
      <BrokenLink />
    </Later>
  );
}

function Invited({ token }: { readonly token: string }) {
  const t = useText();
  const [lookup, setLookup] = useState<Lookup>({ status: 'looking' });
  const [passcode, setPasscode] = useState<string | null>(null);

  const look = useCallback(async () => {
    setLookup({ status: 'looking' });
    const answer = await previewInvite(token, null);
    setLookup(answer.ok ? { status: 'found', preview: answer.value } : { status: 'failed', failure: answer.failure });
  }, [token]);
  useEffect(() => void look(), [look]);
  useBoardAhead(lookup.status !== 'found' ? 'nothing' : isForPhone(lookup.preview) ? 'companion' : 'board');

  /** Asks without taking away what is on the screen. @returns why there is no answer. */
  const lookAgain = useCallback(
    async (code: string | null): Promise<Failure | null> => {
      const answer = await previewInvite(token, code);
      if (!answer.ok) return answer.failure;
      setPasscode(code);
      setLookup({ status: 'found', preview: answer.value });
      return null;
    },
    [token],
  );

  if (lookup.status === 'found') {
    const { preview } = lookup;
    // Whoever is here already comes back past code and door.
    switch (preview.participant === null ? preview.entrance : 'open') {
      case 'open':
      case 'ask-first':
        return <JoinView token={token} passcode={passcode} preview={preview} />;
      case 'passcode-needed':
        return (
          <Later>
            <PasscodeStep workshopTitle={preview.workshop.title} onCode={lookAgain} />
          </Later>
        );
      case 'door-closed':
        return (
          <Later>
            <ClosedDoor workshopTitle={preview.workshop.title} onAsk={() => lookAgain(passcode)} />
          </Later>
        );
    }
  }
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

function Later({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return <Suspense fallback={<Loading label={t('join.opening')} />}>{children}</Suspense>;
}
