import { BookOpenTextIcon } from '@phosphor-icons/react/dist/csr/BookOpenText';
import { Link } from 'wouter';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { boardPath } from '../paths.ts';
import { useOpenBoard } from '../use-open-board.ts';

interface ExampleBannerProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

/** Says that nothing here is anybody's work, and leads to the board that is. */
export function ExampleBanner({ data, board }: ExampleBannerProps) {
  const t = useText();
  const { open, busy, failure } = useOpenBoard(data.workshop.id);
  const { template, language } = board;
  const own = data.boards.findLast((other) => !other.example && other.template === template);
  return (
    <Banner
      role="complementary"
      aria-label={t('workshop.example')}
      icon={<BookOpenTextIcon aria-hidden="true" />}
      look="quiet"
      place="bar"
      title={t('workshop.exampleTitle')}
      text={t('workshop.exampleText')}
    >
      <FailureNote failure={failure} />
      {own !== undefined ? (
        <Link href={boardPath(data.workshop.id, own.id)} className={buttonClass({ look: 'line' })}>
          {t('workshop.toOwnBoard')}
        </Link>
      ) : (
        can(data.me.role, 'canFacilitate') && (
          <Button look="line" busy={busy} onClick={() => void open('own', template, language)}>
            {t('workshop.makeOwnBoard')}
          </Button>
        )
      )}
    </Banner>
  );
}
