import type { TemplateId } from '../api/templates.ts';
import type { Language } from '../api/text.ts';

/** Names of the templates, apart from their content so that a page can list them without loading it. */
export const templateTitles: Readonly<Record<TemplateId, Readonly<Record<Language, string>>>> = {
  'root-cause-tree': { en: 'Root cause tree', nl: 'Probleemboom', fr: 'Arbre à problèmes', de: 'Problembaum' },
  'actor-map': { en: 'Actor map', nl: 'Actorenkaart', fr: 'Cartographie des acteurs', de: 'Akteurskarte' },
  visioning: {
    en: 'Vision and key impacts',
    nl: 'Visie en kernimpact',
    fr: 'Vision et impacts clés',
    de: 'Vision und Kernwirkungen',
  },
  'lessons-learnt': {
    en: 'Lessons learnt',
    nl: 'Geleerde lessen',
    fr: 'Enseignements tirés',
    de: 'Gewonnene Erkenntnisse',
  },
  blank: { en: 'Blank board', nl: 'Leeg bord', fr: 'Tableau vierge', de: 'Leeres Board' },
};

export const templateTitle = (template: TemplateId, language: Language): string => templateTitles[template][language];
