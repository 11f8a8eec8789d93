import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../api/call.ts';
import { resumeSession } from '../../api/sessions.ts';
import { failureText } from '../../i18n/failure-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Main } from '../../ui/Main.tsx';
import { firstPath } from '../first-path.ts';
import formStyles from '../join/JoinForm.module.css';
import { JoinFrame } from '../join/JoinFrame.tsx';
import { readResumeHash } from '../join-link.ts';
import { WaysHome } from '../WaysHome.tsx';

/** Makes this device the same person as another one. The link works once: nothing is used up before the button. */
export function ResumePage() {
  const [link] = useState(() => readResumeHash(location.hash));
  return link === null ? <Over /> : <Resume token={link.token} who={link.who} />;
}

function Resume({ token, who }: { readonly token: string; readonly who: string | null }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const resume = async () => {
    setBusy(true);
    setFailure(null);
    const resumed = await resumeSession(token);
    if (resumed.ok) return navigate(await firstPath(resumed.value.workshop.id), { replace: true });
    setBusy(false);
    setFailure(resumed.failure);
  };
  if (isOver(failure)) return <Over />;
  if (isWeaker(failure)) return <Weaker failure={failure} />;
  return (
    <JoinFrame heading={t('join.resumeTitle')} title={t('join.resumeTitle')}>
      <section className={formStyles.form}>
        <p className={formStyles.text}>{t('join.resumeText')}</p>
        <FailureNote failure={failure} />
        <Button look="primary" size="large" wide busy={busy} onClick={() => void resume()}>
          {who === null ? t('join.resumeHere') : t('join.resumeAs', { who })}
          {!busy && <ArrowRightIcon aria-hidden="true" />}
        </Button>
      </section>
    </JoinFrame>
  );
}

const isOver = (failure: Failure | null): boolean =>
  failure?.kind === 'problem' && ['link-unknown', 'link-expired'].includes(failure.problem.code);

const isWeaker = (failure: Failure | null): failure is Failure =>
  failure?.kind === 'problem' && failure.problem.code === 'link-weaker';

/** The link is not used up: it is this browser that would lose by it. */
function Weaker({ failure }: { readonly failure: Failure }) {
  return <Refused icon={<SealCheckIcon />} {...failureText(failure, useText())} />;
}

function Over() {
  const t = useText();
  return <Refused icon={<LinkBreakIcon />} title={t('join.resumeOverTitle')} text={t('join.resumeOverText')} />;
}

function Refused(said: { readonly icon: ReactNode; readonly title: string; readonly text: string }) {
  return (
    <>
      <Bar />
      <Main title={said.title}>
        <ErrorState {...said}>
          <WaysHome />
        </ErrorState>
      </Main>
    </>
  );
}
