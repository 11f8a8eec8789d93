import { LockSimpleOpenIcon } from '@phosphor-icons/react/dist/csr/LockSimpleOpen';
import type { ComponentProps } from 'react';
import { useSyncExternalStore } from 'react';
import type { Lock, LockPlace } from '../../../../shared/session/locks.ts';
import { findPlace, followThings, showLocked, unlockThing } from '../../../canvas/locks/locked-things.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useFocusInList } from '../../../ui/use-focus-in-list.ts';
import styles from './LockList.module.css';

type FindPlace = Parameters<typeof findPlace>;

interface LockListProps {
  readonly editor: FindPlace[0];
  readonly template: FindPlace[2];
  /** Of the board. */
  readonly language: FindPlace[3];
  /** That hold on this board. */
  readonly locks: readonly Lock[];
  readonly onUnlock: (place: LockPlace) => void;
  /** The board is to be seen. */
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** Everything that is locked on a board, for whoever leads. */
export function LockList({ editor, template, language, locks, onUnlock, onShow, onClose }: LockListProps) {
  const t = useText();
  const list = useFocusInList<HTMLUListElement>();
  const things = useThings(editor);
  const places = [...new Set(locks.map(({ place }) => place))];
  const show = (id: string) => {
    onClose();
    onShow();
    showLocked(editor, id);
  };
  const isEmpty = places.length === 0 && things.length === 0;
  return (
    <Dialog open onClose={onClose} title={t('locks.list')}>
      <DialogBody>
        {isEmpty ? (
          <EmptyState title={t('locks.none')} text={t('locks.noneText')} />
        ) : (
          <>
            <p className={styles.about}>{t('locks.listText')}</p>
            <ul ref={list} className={styles.list}>
              {places.map((place) => {
                const found = place === null ? null : findPlace(editor, place, template, language);
                const name = place === null ? t('locks.board') : (found?.name ?? t('locks.gone'));
                return (
                  <Row
                    key={place ?? ''}
                    name={name}
                    onShow={found === null ? undefined : () => show(found.id)}
                    onUnlock={() => onUnlock(place)}
                  />
                );
              })}
              {things.map(({ id, text, isCard }) => (
                <Row
                  key={id}
                  name={text === '' ? t(isCard ? 'locks.card' : 'locks.thing') : text}
                  onShow={() => show(id)}
                  onUnlock={() => unlockThing(editor, id)}
                />
              ))}
            </ul>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function useThings(editor: ComponentProps<typeof LockList>['editor']) {
  const told = followThings(editor);
  return useSyncExternalStore(told.subscribe, told.get);
}

interface RowProps {
  readonly name: string;
  readonly onShow: (() => void) | undefined;
  readonly onUnlock: () => void;
}

function Row({ name, onShow, onUnlock }: RowProps) {
  const t = useText();
  return (
    <li>
      {onShow === undefined ? (
        <span>{name}</span>
      ) : (
        <button type="button" aria-label={t('locks.show', { name })} onClick={onShow}>
          {name}
        </button>
      )}
      <Button look="line" aria-label={t('locks.unlockNamed', { name })} onClick={onUnlock}>
        <LockSimpleOpenIcon aria-hidden="true" />
        {t('locks.unlock')}
      </Button>
    </li>
  );
}
