import type { join as source } from '../en/join.ts';
import type { Translation } from '../message.ts';

export const join: Translation<typeof source> = {
  pageTitle: '{workshop} beitreten',
  'invited-facilitator': 'Mit diesem Link leiten Sie den Workshop.',
  'invited-participant': 'Sie sind eingeladen, mitzuarbeiten.',
  'invited-viewer': 'Sie sind eingeladen, zuzuschauen: Sie sehen alles und ändern nichts.',
  already: 'Schon am Board',
  welcome: 'Willkommen. Wer sind Sie?',
  nameHint: 'Ein Vorname genügt. Die anderen sehen ihn neben Ihrem Mauszeiger.',
  suggestions: 'Organisationen in diesem Workshop',
  addOrganisation: '„{name}“ als neue Organisation hinzufügen',
  'submit-facilitator': 'Workshop öffnen',
  'submit-participant': 'Zum Board',
  'submit-viewer': 'Board ansehen',
  privacy: 'Kein Konto, keine E-Mail. Ihr Name ist nur in diesem Workshop zu sehen.',
  privacyNamed: 'Kein Konto, keine E-Mail. Ihr Name ist in diesem Workshop und in seinem Bericht zu sehen.',
  welcomeBack: 'Willkommen zurück, {name}',
  welcomeBackText: 'In diesem Browser sind Sie {name}, {organisation}.',
  carryOn: 'Weiter als {name}',
  correct: 'Meinen Namen oder meine Organisation berichtigen',
  opening: 'Der Workshop wird gesucht',
  brokenTitle: 'Dieser Link ist nicht vollständig',
  brokenText:
    'Das Ende der Adresse fehlt oder ist verschrieben. Es ist nichts verloren: Kopieren Sie den ganzen Link aus der Einladung und öffnen Sie ihn noch einmal.',
  codeTitle: 'Dieser Link fragt nach einem Code',
  codeText: 'Wer Ihnen den Link geschickt hat, kennt ihn.',
  code: 'Code',
  codeEmpty: 'Geben Sie den Code ein.',
  codeGo: 'Weiter',
  doorText:
    'Im Moment kommt niemand neu herein. Lassen Sie die Seite offen: Sie fragt von selbst wieder. Ihr Link gilt weiter.',
  stillClosed: 'Um {time} wieder gefragt: noch zu.',
  resumeTitle: 'Auf diesem Gerät weitermachen',
  resumeText: 'Dieses Gerät wird dieselbe Person wie dort, wo der Link erstellt wurde. Der Link gilt einmal.',
  resumeAs: 'Hier weitermachen als {who}',
  resumeHere: 'Hier weitermachen',
  resumeOverTitle: 'Dieser Link ist abgelaufen',
  resumeOverText:
    'Er gilt einmal, eine Viertelstunde lang. Es ist nichts verloren: Erstellen Sie einen neuen auf dem Gerät, auf dem Sie dabei sind.',
};
