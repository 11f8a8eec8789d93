import { de } from './catalogue.ts';
import { links } from './links.ts';
import { manage } from './manage.ts';
import { people } from './people.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { waiting } from './waiting.ts';

export const deWorkshop = { ...de, links, people, manage, session, settings, waiting };
