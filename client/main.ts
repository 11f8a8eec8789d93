import './zod-without-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/contrast.css';
import { tokenPattern } from '../shared/token-pattern.ts';
import { askEarly } from './api/ask.ts';
import { previewQuestion } from './api/preview-question.ts';
import { loadCatalogue } from './i18n/catalogue.ts';
import { initialLanguage } from './i18n/language.ts';
import { loadPage, pageAt } from './page-files.ts';

/*
 * This file is small and there first. What it asks for comes beside the large part of the script, not behind it: on a
 * slow line each way to the server and back counts.
 */
const language = initialLanguage();
document.documentElement.lang = language;
const catalogue = loadCatalogue(language);
const page = pageAt(location.pathname);
const token = location.hash.slice(1);
if (page === 'join' && tokenPattern.test(token)) askEarly(previewQuestion(token, null));
// A failure shows when the page is drawn.
loadPage[page]().catch(() => undefined);
void import('./start.tsx').then(async ({ start }) => start({ language, catalogue: await catalogue }));
