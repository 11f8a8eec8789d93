import type { FieldName } from '../cards/fields.ts';
import type { Text } from '../template.ts';
import { scoreWords } from './scores.ts';

export interface FieldWords {
  /** Asked beside the field: a short question where there is one. */
  readonly label: Text;
  /** Head of its column, and its name in a sentence. */
  readonly column: Text;
}

export const fieldWords: Readonly<Record<FieldName, FieldWords>> = {
  // Every card
  note: {
    label: {
      en: 'Anything to add?',
      nl: 'Wil je iets toevoegen?',
      fr: 'Quelque chose à ajouter ?',
      de: 'Noch etwas dazu?',
    },
    column: { en: 'Note', nl: 'Notitie', fr: 'Remarque', de: 'Notiz' },
  },
  org: {
    label: {
      en: 'Whose card is this?',
      nl: 'Van wie is deze kaart?',
      fr: 'De qui vient cette carte ?',
      de: 'Von wem ist diese Karte?',
    },
    column: { en: 'Organisation', nl: 'Organisatie', fr: 'Organisation', de: 'Organisation' },
  },
  voice: {
    label: {
      en: 'Whose voice is this?',
      nl: 'Wiens stem is dit?',
      fr: 'De qui est cette voix ?',
      de: 'Wessen Stimme ist das?',
    },
    column: { en: 'Whose voice', nl: 'Wiens stem', fr: 'Voix de qui', de: 'Wessen Stimme' },
  },
  status: {
    label: { en: 'How far is it?', nl: 'Hoe ver staat het?', fr: 'Où en est-ce ?', de: 'Wie weit ist es?' },
    column: { en: 'Status', nl: 'Status', fr: 'Statut', de: 'Status' },
  },
  sensitivity: {
    label: { en: 'Who may see this?', nl: 'Wie mag dit zien?', fr: 'Qui peut voir ceci ?', de: 'Wer darf das sehen?' },
    column: { en: 'Seen by', nl: 'Zichtbaar voor', fr: 'Visible par', de: 'Sichtbar für' },
  },
  tags: {
    label: { en: 'Tags', nl: 'Labels', fr: 'Étiquettes', de: 'Schlagwörter' },
    column: { en: 'Tags', nl: 'Labels', fr: 'Étiquettes', de: 'Schlagwörter' },
  },
  votes_people: {
    label: { en: 'Votes by people', nl: 'Stemmen per persoon', fr: 'Votes par personne', de: 'Stimmen nach Personen' },
    column: { en: 'Votes', nl: 'Stemmen', fr: 'Votes', de: 'Stimmen' },
  },
  votes_orgs: {
    label: {
      en: 'Votes by organisation',
      nl: 'Stemmen per organisatie',
      fr: 'Votes par organisation',
      de: 'Stimmen nach Organisationen',
    },
    column: { en: 'Per org.', nl: 'Per org.', fr: 'Par org.', de: 'Je Org.' },
  },
  dismissed: {
    label: {
      en: 'Which help was put aside, and why?',
      nl: 'Welke hulp is opzijgezet, en waarom?',
      fr: 'Quelle aide a été écartée, et pourquoi ?',
      de: 'Welche Hilfe wurde beiseitegelegt, und warum?',
    },
    column: { en: 'Help put aside', nl: 'Opzijgezette hulp', fr: 'Aide écartée', de: 'Beiseitegelegte Hilfe' },
  },

  // Problem, fact, cause, effect
  who_affected: {
    label: { en: 'Who is affected?', nl: 'Wie wordt geraakt?', fr: 'Qui est touché ?', de: 'Wer ist betroffen?' },
    column: { en: 'Affected', nl: 'Geraakt', fr: 'Touchés', de: 'Betroffen' },
  },
  what_happens: {
    label: {
      en: 'What happens to them?',
      nl: 'Wat gebeurt er met hen?',
      fr: 'Que leur arrive-t-il ?',
      de: 'Was geschieht mit ihnen?',
    },
    column: { en: 'What happens', nl: 'Wat gebeurt er', fr: 'Ce qui arrive', de: 'Was geschieht' },
  },
  where_since: {
    label: {
      en: 'Where, and since when?',
      nl: 'Waar, en sinds wanneer?',
      fr: 'Où, et depuis quand ?',
      de: 'Wo, und seit wann?',
    },
    column: { en: 'Where, since', nl: 'Waar, sinds', fr: 'Où, depuis', de: 'Wo, seit' },
  },
  size: {
    label: { en: 'How big?', nl: 'Hoe groot?', fr: 'Quelle ampleur ?', de: 'Wie groß?' },
    column: { en: 'Size', nl: 'Omvang', fr: 'Ampleur', de: 'Größe' },
  },
  proof: {
    label: {
      en: 'How do we know?',
      nl: 'Hoe weten we dat?',
      fr: 'Comment le savons-nous ?',
      de: 'Woher wissen wir das?',
    },
    column: { en: 'Proof', nl: 'Bewijs', fr: 'Preuve', de: 'Nachweis' },
  },
  agreed_on: {
    label: {
      en: 'When was it agreed?',
      nl: 'Wanneer is het afgesproken?',
      fr: 'Quand en a-t-on convenu ?',
      de: 'Wann wurde es vereinbart?',
    },
    column: { en: 'Agreed on', nl: 'Afgesproken op', fr: 'Convenu le', de: 'Vereinbart am' },
  },
  source: {
    label: {
      en: 'Where does it come from?',
      nl: 'Waar komt het vandaan?',
      fr: 'D’où cela vient-il ?',
      de: 'Woher stammt es?',
    },
    column: { en: 'Source', nl: 'Bron', fr: 'Source', de: 'Quelle' },
  },
  category: {
    label: {
      en: 'What kind of cause is it?',
      nl: 'Wat voor oorzaak is het?',
      fr: 'Quel type de cause est-ce ?',
      de: 'Welche Art von Ursache ist es?',
    },
    column: { en: 'Category', nl: 'Soort', fr: 'Type', de: 'Art' },
  },
  evidence: {
    label: { en: 'What shows it?', nl: 'Waaruit blijkt dat?', fr: 'Qu’est-ce qui le montre ?', de: 'Was belegt es?' },
    column: { en: 'Evidence', nl: 'Onderbouwing', fr: 'Éléments probants', de: 'Beleg' },
  },
  evidence_kind: {
    label: {
      en: 'What kind of evidence is it?',
      nl: 'Wat voor onderbouwing is het?',
      fr: 'Quel type de preuve est-ce ?',
      de: 'Was für ein Beleg ist es?',
    },
    column: { en: 'Kind of evidence', nl: 'Soort onderbouwing', fr: 'Type de preuve', de: 'Art des Belegs' },
  },
  confidence: {
    label: {
      en: 'How sure are we?',
      nl: 'Hoe zeker zijn we?',
      fr: 'À quel point est-ce sûr ?',
      de: 'Wie sicher sind wir?',
    },
    column: { en: 'Confidence', nl: 'Zekerheid', fr: 'Degré de certitude', de: 'Sicherheit' },
  },
  scope: {
    label: {
      en: 'Is it ours to work on?',
      nl: 'Is het aan ons om eraan te werken?',
      fr: 'Est-ce à nous d’y travailler ?',
      de: 'Ist es unsere Aufgabe?',
    },
    column: { en: 'Scope', nl: 'Afbakening', fr: 'Périmètre', de: 'Fokus' },
  },
  weight: {
    label: scoreWords.weight.label,
    column: { en: 'Weight', nl: 'Gewicht', fr: 'Poids', de: 'Gewicht' },
  },
  reach: {
    label: scoreWords.reach.label,
    column: { en: 'Reach', nl: 'Bereik', fr: 'Portée', de: 'Reichweite' },
  },
  is_root: {
    label: {
      en: 'Is it a root cause?',
      nl: 'Is het een grondoorzaak?',
      fr: 'Est-ce une cause profonde ?',
      de: 'Ist es eine Grundursache?',
    },
    column: { en: 'Root cause', nl: 'Grondoorzaak', fr: 'Cause profonde', de: 'Grundursache' },
  },
  who_bears_it: {
    label: { en: 'Who bears it?', nl: 'Wie draagt het?', fr: 'Qui le subit ?', de: 'Wer trägt es?' },
    column: { en: 'Who bears it', nl: 'Wie draagt het', fr: 'Qui le subit', de: 'Wer es trägt' },
  },

  // Actor
  org_type: {
    label: {
      en: 'What kind of organisation is it?',
      nl: 'Wat voor organisatie is het?',
      fr: 'Quel type d’organisation est-ce ?',
      de: 'Welche Art von Organisation ist es?',
    },
    column: { en: 'Kind', nl: 'Soort', fr: 'Type', de: 'Art' },
  },
  field_of_work: {
    label: {
      en: 'What do they work on?',
      nl: 'Waaraan werken ze?',
      fr: 'Sur quoi travaillent-ils ?',
      de: 'Woran arbeiten sie?',
    },
    column: { en: 'Field', nl: 'Werkveld', fr: 'Domaine', de: 'Arbeitsfeld' },
  },
  role_here: {
    label: {
      en: 'What is their role here?',
      nl: 'Wat is hun rol hier?',
      fr: 'Quel est leur rôle ici ?',
      de: 'Welche Rolle haben sie hier?',
    },
    column: { en: 'Role', nl: 'Rol', fr: 'Rôle', de: 'Rolle' },
  },
  wants: {
    label: { en: 'What do they want?', nl: 'Wat willen ze?', fr: 'Que veulent-ils ?', de: 'Was wollen sie?' },
    column: { en: 'Wants', nl: 'Wil', fr: 'Souhaite', de: 'Will' },
  },
  fears: {
    label: {
      en: 'What do they fear?',
      nl: 'Waar zijn ze bang voor?',
      fr: 'Que craignent-ils ?',
      de: 'Was fürchten sie?',
    },
    column: { en: 'Fears', nl: 'Vreest', fr: 'Craint', de: 'Fürchtet' },
  },
  assets: {
    label: {
      en: 'What could they bring?',
      nl: 'Wat kunnen ze inbrengen?',
      fr: 'Que peuvent-ils apporter ?',
      de: 'Was können sie einbringen?',
    },
    column: { en: 'Assets', nl: 'Middelen', fr: 'Ressources', de: 'Ressourcen' },
  },
  interest: {
    label: {
      en: 'How much does it matter to them?',
      nl: 'Hoe belangrijk is het voor hen?',
      fr: 'À quel point cela leur importe-t-il ?',
      de: 'Wie wichtig ist es ihnen?',
    },
    column: { en: 'Interest', nl: 'Belang', fr: 'Intérêt', de: 'Interesse' },
  },
  influence: {
    label: {
      en: 'How much can they change?',
      nl: 'Hoeveel kunnen ze veranderen?',
      fr: 'Que peuvent-ils changer ?',
      de: 'Wie viel können sie ändern?',
    },
    column: { en: 'Influence', nl: 'Invloed', fr: 'Influence', de: 'Einfluss' },
  },
  affected: {
    label: {
      en: 'How much does it touch them?',
      nl: 'Hoe sterk raakt het hen?',
      fr: 'À quel point cela les touche-t-il ?',
      de: 'Wie sehr trifft es sie?',
    },
    column: { en: 'Affected', nl: 'Geraakt', fr: 'Touché', de: 'Betroffen' },
  },
  stance: {
    label: {
      en: 'Where do they stand?',
      nl: 'Hoe staan ze ertegenover?',
      fr: 'Quelle est leur position ?',
      de: 'Wie stehen sie dazu?',
    },
    column: { en: 'Stance', nl: 'Houding', fr: 'Position', de: 'Haltung' },
  },
  engagement: {
    label: {
      en: 'How far are we with them?',
      nl: 'Hoe ver staan we met hen?',
      fr: 'Où en sommes-nous avec eux ?',
      de: 'Wie weit sind wir mit ihnen?',
    },
    column: { en: 'Engagement', nl: 'Inzet', fr: 'Engagement', de: 'Zusage' },
  },
  engagement_wanted: {
    label: {
      en: 'How far do we want to be?',
      nl: 'Hoe ver willen we komen?',
      fr: 'Où voulons-nous en être ?',
      de: 'Wie weit wollen wir kommen?',
    },
    column: { en: 'Wanted', nl: 'Gewenst', fr: 'Visé', de: 'Ziel' },
  },
  readiness: {
    label: {
      en: 'How ready are they?',
      nl: 'Hoe klaar zijn ze ervoor?',
      fr: 'À quel point sont-ils prêts ?',
      de: 'Wie bereit sind sie?',
    },
    column: { en: 'Readiness', nl: 'Klaar', fr: 'Prêt', de: 'Bereitschaft' },
  },
  trusted: {
    label: {
      en: 'How much do those affected trust them?',
      nl: 'Hoeveel vertrouwen betrokkenen hen?',
      fr: 'Quelle confiance leur font les personnes concernées ?',
      de: 'Wie sehr vertrauen ihnen die Betroffenen?',
    },
    column: { en: 'Trust', nl: 'Vertrouwen', fr: 'Confiance', de: 'Vertrauen' },
  },
  decision_maker: {
    label: {
      en: 'Who decides for them?',
      nl: 'Wie beslist bij hen?',
      fr: 'Qui décide chez eux ?',
      de: 'Wer entscheidet bei ihnen?',
    },
    column: { en: 'Decides', nl: 'Beslist', fr: 'Décide', de: 'Entscheidet' },
  },
  contact_owner: {
    label: {
      en: 'Who of us calls them?',
      nl: 'Wie van ons belt hen?',
      fr: 'Qui de nous les appelle ?',
      de: 'Wer von uns ruft sie an?',
    },
    column: { en: 'Who calls', nl: 'Wie belt', fr: 'Qui appelle', de: 'Wer ruft an' },
  },
  next_contact: {
    label: {
      en: 'When do we speak next?',
      nl: 'Wanneer spreken we elkaar weer?',
      fr: 'Quand nous reparlons-nous ?',
      de: 'Wann sprechen wir wieder?',
    },
    column: { en: 'Next contact', nl: 'Volgend contact', fr: 'Prochain contact', de: 'Nächster Kontakt' },
  },
  why_them: {
    label: { en: 'Why them?', nl: 'Waarom zij?', fr: 'Pourquoi eux ?', de: 'Warum gerade sie?' },
    column: { en: 'Why them', nl: 'Waarom zij', fr: 'Pourquoi eux', de: 'Warum sie' },
  },
  in_it_for_them: {
    label: {
      en: 'What is in it for them?',
      nl: 'Wat winnen ze erbij?',
      fr: 'Qu’y gagnent-ils ?',
      de: 'Was haben sie davon?',
    },
    column: {
      en: 'What is in it for them',
      nl: 'Wat wint die erbij',
      fr: 'Ce qu’ils y gagnent',
      de: 'Was sie davon haben',
    },
  },
  map_ring: {
    label: {
      en: 'How close are they?',
      nl: 'Hoe dichtbij staan ze?',
      fr: 'À quelle distance sont-ils ?',
      de: 'Wie nah stehen sie?',
    },
    column: { en: 'Ring', nl: 'Ring', fr: 'Cercle', de: 'Ring' },
  },
  energy: {
    label: {
      en: 'Does it move here?',
      nl: 'Beweegt het hier?',
      fr: 'Est-ce que cela avance ici ?',
      de: 'Bewegt sich hier etwas?',
    },
    column: { en: 'Energy', nl: 'Energie', fr: 'Énergie', de: 'Energie' },
  },

  // Vision and impact
  horizon: {
    label: {
      en: 'On which day is it true?',
      nl: 'Op welke dag is het waar?',
      fr: 'Quel jour est-ce vrai ?',
      de: 'An welchem Tag gilt es?',
    },
    column: { en: 'Vision date', nl: 'Visiedatum', fr: 'Date de la vision', de: 'Visionsdatum' },
  },
  viewpoint: {
    label: { en: 'Through whose eyes?', nl: 'Door wiens ogen?', fr: 'Avec les yeux de qui ?', de: 'Mit wessen Augen?' },
    column: { en: 'Viewpoint', nl: 'Blikpunt', fr: 'Point de vue', de: 'Blickwinkel' },
  },
  speaker: {
    label: { en: 'Who says it?', nl: 'Wie zegt dit?', fr: 'Qui le dit ?', de: 'Wer sagt das?' },
    column: { en: 'Speaker', nl: 'Wie zegt het', fr: 'Qui parle', de: 'Wer spricht' },
  },
  consent: {
    label: {
      en: 'May we use these words?',
      nl: 'Mogen we deze woorden gebruiken?',
      fr: 'Pouvons-nous citer ces mots ?',
      de: 'Dürfen wir diese Worte verwenden?',
    },
    column: { en: 'Consent', nl: 'Toestemming', fr: 'Accord', de: 'Einwilligung' },
  },
  for_whom: {
    label: {
      en: 'For whom does it change?',
      nl: 'Voor wie verandert het?',
      fr: 'Pour qui cela change-t-il ?',
      de: 'Für wen ändert es sich?',
    },
    column: { en: 'For whom', nl: 'Voor wie', fr: 'Pour qui', de: 'Für wen' },
  },
  direction: {
    label: {
      en: 'More, less, new or ended?',
      nl: 'Meer, minder, nieuw of voorbij?',
      fr: 'Plus, moins, nouveau ou terminé ?',
      de: 'Mehr, weniger, neu oder vorbei?',
    },
    column: { en: 'Direction', nl: 'Richting', fr: 'Sens', de: 'Richtung' },
  },
  by_when: {
    label: { en: 'By when?', nl: 'Tegen wanneer?', fr: 'Pour quand ?', de: 'Bis wann?' },
    column: { en: 'By when', nl: 'Tegen', fr: 'Échéance', de: 'Bis wann' },
  },
  indicator: {
    label: {
      en: 'How will we see it?',
      nl: 'Waaraan zien we het?',
      fr: 'Comment le verrons-nous ?',
      de: 'Woran sehen wir es?',
    },
    column: {
      en: 'How we will see it',
      nl: 'Waaraan we het zien',
      fr: 'Comment on le verra',
      de: 'Woran wir es sehen',
    },
  },
  baseline: {
    label: {
      en: 'What is it today?',
      nl: 'Hoe is het vandaag?',
      fr: 'Où en est-on aujourd’hui ?',
      de: 'Wie ist es heute?',
    },
    column: { en: 'Baseline', nl: 'Nulmeting', fr: 'Valeur de départ', de: 'Ausgangswert' },
  },
  target: {
    label: { en: 'What is it then?', nl: 'Hoe is het dan?', fr: 'Où en sera-t-on alors ?', de: 'Wie ist es dann?' },
    column: { en: 'Target', nl: 'Streefwaarde', fr: 'Valeur cible', de: 'Zielwert' },
  },
  ambitious: {
    label: {
      en: 'Would anyone get up early for this?',
      nl: 'Zou iemand hier vroeg voor opstaan?',
      fr: 'Qui se lèverait tôt pour cela ?',
      de: 'Würde jemand dafür früh aufstehen?',
    },
    column: { en: 'Ambitious', nl: 'Gedurfd', fr: 'Ambitieux', de: 'Mutig' },
  },
  grounded: {
    label: {
      en: 'Can we believe in it?',
      nl: 'Kunnen we erin geloven?',
      fr: 'Pouvons-nous y croire ?',
      de: 'Können wir daran glauben?',
    },
    column: { en: 'Grounded', nl: 'Haalbaar', fr: 'Réaliste', de: 'Machbar' },
  },
  rooted: {
    label: {
      en: 'Does it reach the roots of the problem?',
      nl: 'Raakt het de wortels van het probleem?',
      fr: 'Touche-t-il les racines du problème ?',
      de: 'Reicht es an die Wurzeln des Problems?',
    },
    column: { en: 'Rooted', nl: 'Geworteld', fr: 'Enraciné', de: 'Verwurzelt' },
  },
  gives_direction: {
    label: {
      en: 'Does it tell us what to do?',
      nl: 'Zegt het wat ons te doen staat?',
      fr: 'Nous dit-il quoi faire ?',
      de: 'Sagt es uns, was zu tun ist?',
    },
    column: { en: 'Gives direction', nl: 'Geeft richting', fr: 'Donne une direction', de: 'Gibt Richtung' },
  },

  // Events, lessons, thanks
  date: {
    label: { en: 'When was it?', nl: 'Wanneer was het?', fr: 'Quand était-ce ?', de: 'Wann war es?' },
    column: { en: 'Date', nl: 'Datum', fr: 'Date', de: 'Datum' },
  },
  planned: {
    label: { en: 'Was it planned?', nl: 'Was het gepland?', fr: 'Était-ce prévu ?', de: 'War es geplant?' },
    column: { en: 'Planned', nl: 'Gepland', fr: 'Prévu', de: 'Geplant' },
  },
  mood: {
    label: {
      en: 'How was our energy?',
      nl: 'Hoe was onze energie?',
      fr: 'Comment était notre énergie ?',
      de: 'Wie war unsere Energie?',
    },
    column: { en: 'Our energy', nl: 'Onze energie', fr: 'Notre énergie', de: 'Unsere Energie' },
  },
  lens_4l: {
    label: {
      en: 'Liked, learned, lacked or longed for?',
      nl: 'Fijn, geleerd, gemist of gewenst?',
      fr: 'Aimé, appris, manqué ou souhaité ?',
      de: 'Gut, gelernt, gefehlt oder gewünscht?',
    },
    column: { en: 'Four L’s', nl: 'Vier vragen', fr: 'Quatre questions', de: 'Vier Fragen' },
  },
  lens_kcss: {
    label: {
      en: 'Keep, change, stop or start?',
      nl: 'Houden, veranderen, stoppen of starten?',
      fr: 'Garder, changer, arrêter ou commencer ?',
      de: 'Beibehalten, ändern, beenden oder anfangen?',
    },
    column: { en: 'Keep or change', nl: 'Houden of anders', fr: 'Garder ou changer', de: 'Beibehalten oder ändern' },
  },
  lens_short: {
    label: {
      en: 'Planned, happened, why or next?',
      nl: 'Gepland, gebeurd, waarom of wat nu?',
      fr: 'Prévu, arrivé, pourquoi ou ensuite ?',
      de: 'Geplant, geschehen, warum oder was nun?',
    },
    column: { en: 'Short review', nl: 'Korte terugblik', fr: 'Bilan court', de: 'Kurzer Rückblick' },
  },
  component: {
    label: {
      en: 'Which part of the work is it about?',
      nl: 'Over welk deel van het werk gaat het?',
      fr: 'Quelle partie du travail cela concerne-t-il ?',
      de: 'Welchen Teil der Arbeit betrifft es?',
    },
    column: { en: 'About', nl: 'Gaat over', fr: 'Concerne', de: 'Betrifft' },
  },
  what_happened: {
    label: { en: 'What did we see?', nl: 'Wat zagen we?', fr: 'Qu’avons-nous vu ?', de: 'Was sahen wir?' },
    column: { en: 'What we saw', nl: 'Wat we zagen', fr: 'Ce que nous avons vu', de: 'Was wir sahen' },
  },
  why: {
    label: {
      en: 'Why was that so?',
      nl: 'Waarom was dat zo?',
      fr: 'Pourquoi était-ce ainsi ?',
      de: 'Warum war das so?',
    },
    column: { en: 'Why', nl: 'Waarom', fr: 'Pourquoi', de: 'Warum' },
  },
  verdict: {
    label: {
      en: 'Keep, change, stop or start?',
      nl: 'Houden, veranderen, stoppen of starten?',
      fr: 'Garder, changer, arrêter ou commencer ?',
      de: 'Beibehalten, ändern, beenden oder anfangen?',
    },
    column: { en: 'Verdict', nl: 'Oordeel', fr: 'Verdict', de: 'Urteil' },
  },
  travels: {
    label: {
      en: 'How far does it travel?',
      nl: 'Hoe ver reist deze les?',
      fr: 'Jusqu’où vaut cet enseignement ?',
      de: 'Wie weit reicht diese Erkenntnis?',
    },
    column: { en: 'Travels', nl: 'Reist', fr: 'Portée', de: 'Reichweite' },
  },
  lands_on: {
    label: {
      en: 'Where does it change something?',
      nl: 'Waar verandert dit iets?',
      fr: 'Où cela change-t-il quelque chose ?',
      de: 'Wo ändert es etwas?',
    },
    column: { en: 'Lands on', nl: 'Landt op', fr: 'Destination', de: 'Ziel' },
  },
  next_action: {
    label: {
      en: 'What do we do next time?',
      nl: 'Wat doen we de volgende keer?',
      fr: 'Que ferons-nous la prochaine fois ?',
      de: 'Was tun wir nächstes Mal?',
    },
    column: { en: 'Next time we', nl: 'Volgende keer', fr: 'La prochaine fois', de: 'Nächstes Mal' },
  },
  to_org: {
    label: {
      en: 'Which organisation do we thank?',
      nl: 'Welke organisatie danken we?',
      fr: 'Quelle organisation remercions-nous ?',
      de: 'Welcher Organisation danken wir?',
    },
    column: { en: 'Thanks to', nl: 'Dank aan', fr: 'Merci à', de: 'Dank an' },
  },
  to_person: {
    label: {
      en: 'Somebody in particular?',
      nl: 'Iemand in het bijzonder?',
      fr: 'Quelqu’un en particulier ?',
      de: 'Jemandem im Besonderen?',
    },
    column: { en: 'Person', nl: 'Persoon', fr: 'Personne', de: 'Person' },
  },

  // Work and decisions
  owner_org: {
    label: {
      en: 'Which organisation takes care of it?',
      nl: 'Welke organisatie zorgt ervoor?',
      fr: 'Quelle organisation s’en charge ?',
      de: 'Welche Organisation kümmert sich?',
    },
    column: { en: 'Owner', nl: 'Verantwoordelijke', fr: 'Responsable', de: 'Zuständig' },
  },
  owner_person: {
    label: { en: 'Who takes care of it?', nl: 'Wie zorgt ervoor?', fr: 'Qui s’en charge ?', de: 'Wer kümmert sich?' },
    column: { en: 'Person', nl: 'Persoon', fr: 'Personne', de: 'Person' },
  },
  start: {
    label: {
      en: 'When does it start?',
      nl: 'Wanneer begint het?',
      fr: 'Quand cela commence-t-il ?',
      de: 'Wann beginnt es?',
    },
    column: { en: 'Start', nl: 'Start', fr: 'Début', de: 'Beginn' },
  },
  due: {
    label: { en: 'By when?', nl: 'Tegen wanneer?', fr: 'Pour quand ?', de: 'Bis wann?' },
    column: { en: 'By', nl: 'Tegen', fr: 'Échéance', de: 'Fällig' },
  },
  progress: {
    label: { en: 'How far is it?', nl: 'Hoe ver staat het?', fr: 'Où en est-ce ?', de: 'Wie weit ist es?' },
    column: { en: 'Progress', nl: 'Voortgang', fr: 'Avancement', de: 'Stand' },
  },
  effort: {
    label: {
      en: 'How much work is it?',
      nl: 'Hoeveel werk is het?',
      fr: 'Combien de travail est-ce ?',
      de: 'Wie viel Arbeit ist es?',
    },
    column: { en: 'Effort', nl: 'Moeite', fr: 'Effort', de: 'Aufwand' },
  },
  effect: {
    label: {
      en: 'How much does it change?',
      nl: 'Hoeveel verandert het?',
      fr: 'Qu’est-ce que cela change ?',
      de: 'Wie viel ändert es?',
    },
    column: { en: 'Effect', nl: 'Uitwerking', fr: 'Effet', de: 'Wirkung' },
  },
  likelihood: {
    label: {
      en: 'How likely is it?',
      nl: 'Hoe waarschijnlijk is het?',
      fr: 'Quelle est la probabilité ?',
      de: 'Wie wahrscheinlich ist es?',
    },
    column: { en: 'Likelihood', nl: 'Kans', fr: 'Probabilité', de: 'Wahrscheinlichkeit' },
  },
  response: {
    label: {
      en: 'What do we do then?',
      nl: 'Wat doen we dan?',
      fr: 'Que faisons-nous alors ?',
      de: 'Was tun wir dann?',
    },
    column: { en: 'Our answer', nl: 'Ons antwoord', fr: 'Notre réponse', de: 'Unsere Antwort' },
  },
  answer: {
    label: {
      en: 'What did we find out?',
      nl: 'Wat hebben we gevonden?',
      fr: 'Qu’avons-nous appris ?',
      de: 'Was haben wir herausgefunden?',
    },
    column: { en: 'Answer', nl: 'Antwoord', fr: 'Réponse', de: 'Antwort' },
  },
  mode: {
    label: {
      en: 'How was it decided?',
      nl: 'Hoe is het beslist?',
      fr: 'Comment a-t-on décidé ?',
      de: 'Wie wurde entschieden?',
    },
    column: { en: 'Decided by', nl: 'Beslist met', fr: 'Décidé par', de: 'Entschieden durch' },
  },
  support: {
    label: {
      en: 'How much support is there?',
      nl: 'Hoeveel steun is er?',
      fr: 'Quel est le soutien ?',
      de: 'Wie groß ist die Zustimmung?',
    },
    column: { en: 'Support', nl: 'Steun', fr: 'Soutien', de: 'Zustimmung' },
  },
  objections: {
    label: {
      en: 'Which objections were heard?',
      nl: 'Welke bezwaren waren er?',
      fr: 'Quelles objections a-t-on entendues ?',
      de: 'Welche Einwände gab es?',
    },
    column: { en: 'Objections', nl: 'Bezwaren', fr: 'Objections', de: 'Einwände' },
  },
  review_on: {
    label: {
      en: 'When do we look again?',
      nl: 'Wanneer bekijken we het opnieuw?',
      fr: 'Quand le revoit-on ?',
      de: 'Wann sehen wir wieder hin?',
    },
    column: { en: 'Review on', nl: 'Herbekijken op', fr: 'À revoir le', de: 'Prüfen am' },
  },
  orgs_present: {
    label: {
      en: 'Which organisations were there?',
      nl: 'Welke organisaties waren erbij?',
      fr: 'Quelles organisations étaient là ?',
      de: 'Welche Organisationen waren dabei?',
    },
    column: { en: 'Present', nl: 'Aanwezig', fr: 'Présents', de: 'Anwesend' },
  },
  orgs_missing: {
    label: {
      en: 'Which organisations were missing?',
      nl: 'Welke organisaties ontbraken?',
      fr: 'Quelles organisations manquaient ?',
      de: 'Welche Organisationen fehlten?',
    },
    column: { en: 'Missing', nl: 'Afwezig', fr: 'Absents', de: 'Abwesend' },
  },
};
