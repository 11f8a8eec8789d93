import type { home as source } from '../en/home.ts';
import type { Translation } from '../message.ts';

export const home: Translation<typeof source> = {
  headline: 'Ein Problem, alle Partner, ein gemeinsames Board',
  lead: 'Workshop öffnen, Link verschicken, anfangen. Niemand braucht ein Konto.',
  newWorkshop: 'Neuer Workshop',
  title: 'Name der Partnerschaft oder des Workshops',
  boardLanguage: 'Sprache der Boards',
  boardLanguageHint: 'Titel und Fragen auf den Boards stehen in dieser Sprache.',
  createKey: 'Schlüssel für neue Workshops',
  createKeyHint: 'Auf diesem Server braucht ein neuer Workshop einen Schlüssel. Wer den Server betreibt, hat ihn.',
  createKeyWrong: 'Dieser Schlüssel passt nicht. Prüfen Sie ihn Zeichen für Zeichen.',
  create: 'Workshop anlegen',
  yours: 'Ihre Workshops',
  yoursHint: 'Nur in diesem Browser aufbewahrt. Ihr Moderationslink öffnet sie überall.',
  emptyTitle: 'In diesem Browser gibt es noch keine Workshops.',
  emptyText:
    'Haben Sie einen auf einem anderen Gerät angelegt? Öffnen Sie hier Ihren Moderationslink, dann steht er in dieser Liste.',
  opened: 'geöffnet {when}',
  openWithLink: 'Mit einem Link öffnen',
  pasteLink: 'Fügen Sie den erhaltenen Link ein',
  open: 'Öffnen',
  linkNotUsable:
    'Das ist kein vollständiger Einladungslink. Er endet auf /join# und eine lange Reihe von Buchstaben und Ziffern.',
  'art-1': 'Frisches kommt 0,8-mal pro Woche auf den Tisch',
  'art-2': 'Kühlräume sind dienstags schon voll',
  'art-3': 'Eine Abendtour mit zwei Kurieren testen',
  'art-4': 'Wir starten im Januar in drei Läden',
  'art-voice': 'Stimme',
};
