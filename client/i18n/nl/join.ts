import type { join as source } from '../en/join.ts';
import type { Translation } from '../message.ts';

export const join: Translation<typeof source> = {
  pageTitle: 'Deelnemen aan {workshop}',
  'invited-facilitator': 'Met deze link leid je de workshop.',
  'invited-participant': 'Je bent uitgenodigd om mee te werken.',
  'invited-viewer': 'Je bent uitgenodigd om mee te kijken: je ziet alles en wijzigt niets.',
  already: 'Al aan het bord',
  welcome: 'Welkom. Wie ben je?',
  nameHint: 'Een voornaam volstaat. De anderen zien hem naast je cursor.',
  suggestions: 'Organisaties in deze workshop',
  addOrganisation: '“{name}” toevoegen als nieuwe organisatie',
  'submit-facilitator': 'Workshop openen',
  'submit-participant': 'Naar het bord',
  'submit-viewer': 'Meekijken',
  privacy: 'Geen account, geen e-mail. Je naam is alleen in deze workshop te zien.',
  privacyNamed: 'Geen account, geen e-mail. Je naam is te zien in deze workshop en in het verslag ervan.',
  welcomeBack: 'Welkom terug, {name}',
  welcomeBackText: 'In deze browser ben je {name} van {organisation}.',
  carryOn: 'Verdergaan als {name}',
  correct: 'Mijn naam of organisatie verbeteren',
  opening: 'De workshop wordt opgezocht',
  brokenTitle: 'Deze link is niet volledig',
  brokenText:
    'Het einde van het adres ontbreekt of is verkeerd getypt. Er is niets verloren: kopieer de hele link uit de uitnodiging en open hem opnieuw.',
  codeTitle: 'Deze link vraagt om een code',
  codeText: 'Wie je de link stuurde, kent hem.',
  code: 'Code',
  codeEmpty: 'Vul de code in.',
  codeGo: 'Verder',
  doorText:
    'Er komt nu niemand nieuw binnen. Laat deze pagina open: ze vraagt het vanzelf opnieuw. Je link blijft werken.',
  stillClosed: 'Opnieuw gevraagd om {time}: nog dicht.',
  resumeTitle: 'Verder op dit apparaat',
  resumeText: 'Dit apparaat wordt dezelfde persoon als waar de link gemaakt is. De link werkt één keer.',
  resumeAs: 'Hier verder als {who}',
  resumeHere: 'Hier verder',
  resumeOverTitle: 'Deze link is voorbij',
  resumeOverText:
    'Hij werkt één keer, een kwartier lang. Er is niets verloren: maak een nieuwe op het apparaat waar je binnen bent.',
};
