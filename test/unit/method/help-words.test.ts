import { describe, expect, it } from 'vitest';
import { abstractNounsIn } from '../../../shared/method/help/words/abstract-nouns.ts';
import { isActivity } from '../../../shared/method/help/words/activity-words.ts';
import { countWords, hasWords } from '../../../shared/method/help/words/matcher.ts';
import { findBecause, findBlame, findSolution, findVague } from '../../../shared/method/help/words/trigger-words.ts';
import { languages } from './support/help.ts';

describe('[HLP1] a solution in the clothes of a cause', () => {
  it.each([
    'Lack of an app',
    'Absence of rules',
    'There are not enough drivers',
    'The need for a second van',
    'Shops should call earlier',
    'No cold room',
    'Missing cold boxes',
    'Gebrek aan koelruimte',
    'Er is een tekort aan chauffeurs',
    'Het ontbreken van afspraken',
    'Er is te weinig plaats',
    'Nood aan een app',
    'Geen koelruimte in de wijk',
    'Manque de bénévoles',
    'Un manque d’argent',
    'Absence de règles',
    'On n’a pas assez de caisses',
    'Faute de place',
    'Les points ont besoin d’un frigo',
    'Il faut une application',
    'Mangel an Fahrern',
    'Es fehlt eine App',
    'Es fehlen Kühlboxen',
    'Zu wenig Zeit am Abend',
    'Bedarf an Kühlung',
    'Es braucht eine App',
    'Keine Kühlung im Norden',
    'Keinerlei Absprache',
    'Fehlende Kühlung',
  ])('[HLP1] %s', (title) => {
    for (const language of languages) expect(findSolution(title, language), language).not.toBeNull();
  });

  it.each([
    'The cold room is full by Tuesday',
    'Les bénévoles arrêtent après six mois',
    'Nobody can fetch it at closing time',
    'Shop managers fear being liable if someone falls ill',
    'The black offer draws nobody',
    'Everybody shoulders the risk',
    'Cold boxes come back dirty or go missing',
    'In the evening there is no driver',
    'De winkels weten het pas om zes uur, dan is er geen chauffeur',
    'Les caisses qui manquent de place arrivent cassées',
    'Am Abend gibt es keinen Fahrer',
  ])('[HLP1] not: %s', (title) => {
    for (const language of languages) expect(findSolution(title, language), language).toBeNull();
  });

  it('[HLP1] on a Dutch board "pas de" is "only the"', () => {
    const title = 'Pas de volgende dag horen ze het';
    expect(findSolution(title, 'nl')).toBeNull();
    expect(findSolution('Pas de chauffeur le soir', 'fr')).toBe('Pas de');
    expect(findSolution('Pas d’abri le soir', 'en')).toBe("Pas d'");
  });

  it('[HLP1] capitals, accents and apostrophes may be typed in any way', () => {
    expect(findSolution('LACK  OF AN APP', 'de')).toBe('LACK  OF');
    expect(findSolution('Manque d‘argent', 'de')).toBe("Manque d'");
    expect(findBlame('Une personne incompe\u0301tente, ou incompe\u0301tents', 'fr')).toBe('incompétents');
  });
});

it.each([
  ['because', 'Food is binned because nobody knows'],
  ['doordat', 'Eten gaat verloren doordat niemand het weet'],
  ['parce que', 'On jette parce que personne ne sait'],
  ["parce qu'", 'On jette parce qu’il est tard'],
  ['weil', 'Essen landet im Müll, weil es niemand weiß'],
])('[HLP1] a cause inside the problem: %s', (words, title) => {
  for (const language of languages) expect(findBecause(title, language)).toBe(words);
});

it('[HLP1] a word inside another one is not that word', () => {
  for (const language of languages) {
    expect(findBecause('Weilburg wirft 300 t weg', language)).toBeNull();
    expect(findVague('Moreover, timely pick-up', language)).toBeNull();
    expect(findBlame('By default the bins are open', language)).toBeNull();
  }
});

it.each([
  'It is the fault of the shops',
  'Dat is de schuld van de winkels',
  'C’est la faute des magasins',
  'Der Laden ist schuld',
])('[HLP1] who is at fault: %s', (title) => {
  for (const language of languages) expect(findBlame(title, language)).not.toBeNull();
});

it.each([
  'Families with debts come last',
  'Gezinnen met schulden komen laatst',
  'Faute de place, on jette',
  'Faule Äpfel im Korb',
])('[HLP1] nobody is at fault: %s', (title) => {
  for (const language of languages) expect(findBlame(title, language)).toBeNull();
});

it.each(['communicate better', 'more time', 'meer overleg', 'mieux communiquer', 'besser kommunizieren'])(
  '[HLP1] a good intention: %s',
  (words) => {
    for (const language of languages) expect(findVague(`We will ${words} next year`, language)).toBe(words);
  },
);

describe('[HLP1] what we do, as against what is different', () => {
  it.each([
    'Organise weekly markets',
    'Set up a cold store',
    'We will launch an app',
    'Train twenty drivers',
    'Organiseren van een markt',
    'Een koelcel opzetten',
    'Wij gaan chauffeurs opleiden',
    'Organiser un marché',
    'Nous allons lancer une application',
    'Workshops durchführen',
    'Wir organisieren einen Markt',
  ])('[HLP1] %s', (title) => expect(isActivity(title)).toBe(true));

  it.each([
    'Fresh food on the table three times a week',
    'Neighbours organise the market themselves',
    'Trained drivers stay for a year',
    'Buren organiseren zelf de markt',
    'Les voisins organisent le marché',
    'Die Nachbarn führen den Markt selbst',
    'Former prisoners have work',
  ])('[HLP1] not: %s', (title) => expect(isActivity(title)).toBe(false));
});

it('[HLP1] abstract nouns are counted once each, in any language, with an article or without', () => {
  expect(abstractNounsIn('Quality, quality and inclusion')).toEqual(['quality', 'inclusion']);
  expect(abstractNounsIn('L’inclusion par la solidarité et l’équité')).toEqual(['inclusion', 'solidarité', 'équité']);
  expect(abstractNounsIn('Nachhaltigkeit und Teilhabe')).toEqual(['Nachhaltigkeit', 'Teilhabe']);
  expect(abstractNounsIn('Good food on every table')).toEqual([]);
});

it('[HLP1] words are found whole and in a row, and counted as one reads them', () => {
  expect(hasWords('Food for the poor of the town', 'poor')).toBe(true);
  expect(hasWords('Poorly stored food', 'poor')).toBe(false);
  expect(hasWords('C++ (beta)', 'c++')).toBe(true);
  expect(hasWords('anything', ' ')).toBe(false);
  expect(countWords('Aujourd’hui, l’aide arrive à 17 h.')).toBe(6);
});
