import type { HelpText } from '../finding.ts';
import { actionTexts, commonTexts } from './common.ts';

export const lessonsLearntTexts: Readonly<Record<string, HelpText>> = {
  ...commonTexts,
  'LES-1': {
    chip: {
      en: 'What does it teach?',
      nl: 'Wat leert dit ons?',
      fr: 'Qu’est-ce que cela apprend ?',
      de: 'Was lehrt das?',
    },
    about: {
      en: 'This says what happened. What does it teach: why was it so, and what comes next time?',
      nl: 'Dit zegt wat er gebeurde. Wat leert het: waarom was het zo, en wat doen we de volgende keer?',
      fr: 'Ceci dit ce qui s’est passé. Qu’en apprend-on : pourquoi, et que fait-on la prochaine fois ?',
      de: 'Das sagt, was geschah. Was lehrt es: Warum war es so, und was kommt beim nächsten Mal?',
    },
    action: actionTexts.rewrite,
  },
  'LES-2': {
    chip: {
      en: 'Who does what, when?',
      nl: 'Wie doet wat, wanneer?',
      fr: 'Qui fait quoi, quand ?',
      de: 'Wer macht was, wann?',
    },
    about: {
      en: '“{words}”: who does what differently, on which day? Name an owner and a date.',
      nl: '“{words}”: wie doet wat anders, op welke dag? Noem een eigenaar en een datum.',
      fr: '« {words} » : qui fait quoi autrement, quel jour ? Nommez un responsable et une date.',
      de: '„{words}“: Wer macht was anders, an welchem Tag? Nennen Sie Zuständige und ein Datum.',
    },
  },
  'LES-3': {
    chip: { en: 'And why?', nl: 'En waarom?', fr: 'Et pourquoi ?', de: 'Und warum?' },
    about: {
      en: 'This lesson has no why. Ask once more, or it will not travel.',
      nl: 'Deze les heeft geen waarom. Vraag nog eens door, anders reist ze niet mee.',
      fr: 'Cet enseignement n’a pas de pourquoi. Demandez encore une fois, sinon il ne voyagera pas.',
      de: 'Diese Erkenntnis hat kein Warum. Fragen Sie noch einmal, sonst reist sie nicht.',
    },
  },
  'LES-3.tree': {
    chip: { en: 'Ask why once more?', nl: 'Nog eens waarom?', fr: 'Encore un pourquoi ?', de: 'Noch einmal warum?' },
    about: {
      en: 'One level only. Why did this happen, or why did it work?',
      nl: 'Maar één niveau. Waarom gebeurde dit, of waarom lukte het?',
      fr: 'Un seul niveau. Pourquoi est-ce arrivé, ou pourquoi cela a-t-il marché ?',
      de: 'Nur eine Ebene. Warum geschah das, oder warum gelang es?',
    },
    action: actionTexts.askWhy,
  },
  'LES-4': {
    chip: { en: 'Points at someone', nl: 'Wijst naar iemand', fr: 'Désigne quelqu’un', de: 'Zeigt auf jemanden' },
    about: {
      en: '“{words}” points at someone. Ask for other words: choices and conditions, not who is to blame. Speak about it in the core group.',
      nl: '“{words}” wijst naar iemand. Vraag andere woorden: keuzes en omstandigheden, niet wiens schuld het is. Bespreek het in de kerngroep.',
      fr: '« {words} » désigne quelqu’un. Demandez d’autres mots : des choix et des conditions, non à qui la faute. Parlez-en dans le noyau.',
      de: '„{words}“ zeigt auf jemanden. Bitten Sie um andere Worte: Entscheidungen und Umstände, nicht wer schuld ist. Besprechen Sie es in der Kerngruppe.',
    },
    action: actionTexts.rewrite,
  },
  'LES-5': {
    chip: {
      en: 'Lessons still homeless: {count}',
      nl: 'Lessen nog zonder thuis: {count}',
      fr: 'Enseignements sans lieu : {count}',
      de: 'Erkenntnisse ohne Zuhause: {count}',
    },
    about: {
      en: 'Without a place to land, or an action without owner and date: {count}. Give each a home, or let it go.',
      nl: 'Zonder landingsplaats, of met een actie zonder eigenaar en datum: {count}. Geef elk een thuis, of laat ze los.',
      fr: 'Sans lieu d’arrivée, ou avec une action sans responsable ni date : {count}. Donnez un lieu à chacun, ou laissez-le.',
      de: 'Ohne Landeplatz oder mit einer Maßnahme ohne Zuständige und Datum: {count}. Geben Sie jeder ein Zuhause, oder lassen Sie sie los.',
    },
  },
  'LES-6': {
    chip: { en: 'And the other side?', nl: 'En de andere kant?', fr: 'Et l’autre côté ?', de: 'Und die andere Seite?' },
    about: {
      en: 'Nearly all are difficulties. And the other side: what went well, what do we keep?',
      nl: 'Bijna alles is moeilijk. En de andere kant: wat ging goed, wat houden we?',
      fr: 'Presque tout est difficulté. Et l’autre côté : qu’est-ce qui a bien marché, que garde-t-on ?',
      de: 'Fast alles sind Schwierigkeiten. Und die andere Seite: Was lief gut, was behalten wir?',
    },
  },
  'LES-6.praise': {
    chip: { en: 'And the other side?', nl: 'En de andere kant?', fr: 'Et l’autre côté ?', de: 'Und die andere Seite?' },
    about: {
      en: 'Only praise so far. And the other side: what was missing, what do we change?',
      nl: 'Tot nu toe alleen lof. En de andere kant: wat ontbrak, wat veranderen we?',
      fr: 'Que des éloges jusqu’ici. Et l’autre côté : qu’est-ce qui manquait, que change-t-on ?',
      de: 'Bisher nur Lob. Und die andere Seite: Was war nicht da, was ändern wir?',
    },
  },
  'LES-7': {
    chip: {
      en: 'The lane of those affected is empty',
      nl: 'Baan van betrokkenen is leeg',
      fr: 'Ligne des personnes concernées vide',
      de: 'Die Spur der Betroffenen ist leer',
    },
    about: {
      en: 'Nothing stands in the lane of those affected. Hear what they lived through before you choose a lens.',
      nl: 'Er staat niets op de baan van betrokkenen. Luister naar wat zij meemaakten voor jullie een lens kiezen.',
      fr: 'Rien sur la ligne des personnes concernées. Écoutez ce qu’elles ont vécu avant de choisir un regard.',
      de: 'Auf der Spur der Betroffenen steht nichts. Hören Sie, was sie erlebt haben, bevor Sie eine Brille wählen.',
    },
  },
  'LES-9': {
    chip: { en: 'Tested elsewhere?', nl: 'Elders getest?', fr: 'Testé ailleurs ?', de: 'Anderswo erprobt?' },
    about: {
      en: 'It is to travel everywhere, and the evidence comes from one place. Tested elsewhere?',
      nl: 'Ze moet overal gelden, en het bewijs komt van één plek. Elders getest?',
      fr: 'Il doit valoir partout, et la preuve vient d’un seul lieu. Testé ailleurs ?',
      de: 'Sie soll überall gelten, und der Beleg kommt von einem Ort. Anderswo erprobt?',
    },
  },
  'LES-10': {
    chip: { en: 'Energy fell', nl: 'De energie zakte', fr: 'L’énergie a chuté', de: 'Die Energie fiel' },
    about: {
      en: 'The line of energy fell steeply in {month}. What did the reports say then? Ask what was behind it.',
      nl: 'De energielijn zakte sterk in {month}. Wat zeiden de rapporten toen? Vraag wat erachter zat.',
      fr: 'La ligne d’énergie a fortement chuté en {month}. Que disaient les rapports ? Demandez ce qu’il y avait derrière.',
      de: 'Die Linie der Energie fiel in {month} steil ab. Was sagten die Berichte damals? Fragen Sie, was dahinter stand.',
    },
  },
  'LES-11': {
    chip: { en: 'Not thanked yet', nl: 'Nog niet bedankt', fr: 'Pas encore remerciés', de: 'Noch ohne Dank' },
    about: {
      en: 'No thanks yet for {names}. Is there something to thank them for?',
      nl: 'Nog geen dank voor {names}. Is er iets om hen voor te bedanken?',
      fr: 'Pas encore de merci pour {names}. Y a-t-il de quoi les remercier ?',
      de: 'Noch kein Dank an {names}. Gibt es etwas, wofür man danken kann?',
    },
  },
};
