import { atom, createTLUser, type TLUser, type TLUserPreferences } from 'tldraw';
import type { Language } from '../../shared/api/text.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import { isStill } from '../ui/theme.ts';

export interface Me {
  readonly participantId: ParticipantId;
  readonly name: string;
}

export interface Surroundings {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

/** tldraw's idea of who sits here; kept in this page only, so that tldraw stores nothing in the browser. */
export interface CanvasUser {
  readonly user: TLUser;
  /** Follows the page's language and theme. */
  follow(surroundings: Surroundings): void;
}

export function createCanvasUser({ participantId, name }: Me, { theme, language }: Surroundings): CanvasUser {
  const preferences = atom<TLUserPreferences>('preferences', {
    id: participantId,
    name,
    locale: language,
    colorScheme: theme,
    animationSpeed: isStill() ? 0 : 1,
  });
  return {
    user: createTLUser({ userPreferences: preferences, setUserPreferences: (next) => preferences.set(next) }),
    follow: ({ theme: colorScheme, language: locale }) => {
      preferences.set({ ...preferences.get(), colorScheme, locale });
    },
  };
}
