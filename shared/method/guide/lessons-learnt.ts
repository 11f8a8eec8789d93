import type { Guide } from './guide.ts';

export const lessonsLearntGuide: Guide = {
  minutes: 120,
  phases: [
    {
      title: { en: 'Open', nl: 'Openen', fr: 'Ouvrir', de: 'Eröffnen' },
      minutes: 8,
      frameId: 'timeline',
      hint: {
        en: 'Read the opening line aloud, then one word each: how do you come in?',
        nl: 'Lees de openingszin voor, dan ieder één woord: hoe kom je binnen?',
        fr: 'Lisez la phrase d’ouverture, puis un mot chacun : comment arrivez-vous ?',
        de: 'Den Eröffnungssatz vorlesen, dann je ein Wort: Wie kommen Sie an?',
      },
      marks: ['RR'],
      prompts: [
        {
          en: 'We look at choices and conditions, not at who is to blame.',
          nl: 'We kijken naar keuzes en omstandigheden, niet naar wie schuld heeft.',
          fr: 'Nous regardons les choix et les conditions, pas les coupables.',
          de: 'Wir schauen auf Entscheidungen und Umstände, nicht auf Schuldige.',
        },
      ],
    },
    {
      title: { en: 'What happened', nl: 'Wat er gebeurde', fr: 'Ce qui s’est passé', de: 'Was geschah' },
      minutes: 20,
      frameId: 'timeline',
      hint: {
        en: 'Facts only, with a date, for eight minutes; then three minutes for the dots. Tell the peaks and the dips.',
        nl: 'Acht minuten alleen feiten, met een datum; dan drie minuten voor de stippen. Vertel de pieken en de dalen.',
        fr: 'Huit minutes de faits datés, sans plus ; puis trois minutes pour les points. Racontez les hauts et les bas.',
        de: 'Acht Minuten nur Tatsachen mit Datum; dann drei Minuten für die Punkte. Erzählen Sie Höhen und Tiefen.',
      },
      marks: ['T8', 'ANON', 'T3'],
      prompts: [
        {
          en: 'What happened here? What was it like?',
          nl: 'Wat gebeurde hier? Hoe was dat?',
          fr: 'Que s’est-il passé ici ? Comment était-ce ?',
          de: 'Was geschah hier? Wie war das?',
        },
      ],
    },
    {
      title: {
        en: 'Plan and reality',
        nl: 'Plan en werkelijkheid',
        fr: 'Plan et réalité',
        de: 'Plan und Wirklichkeit',
      },
      minutes: 18,
      frameId: 'plan-reality',
      hint: {
        en: 'Read the numbers first, everyone follows; then fill in the why in groups of four.',
        nl: 'Lees eerst de cijfers, iedereen volgt; vul dan in groepjes van vier het waarom in.',
        fr: 'Lisez d’abord les chiffres, tous suivent ; puis complétez le pourquoi à quatre.',
        de: 'Zuerst die Zahlen lesen, alle folgen; dann in Vierergruppen das Warum ausfüllen.',
      },
      marks: ['FOL', 'BO'],
      prompts: [
        {
          en: 'Why is it different from what we expected?',
          nl: 'Waarom is het anders dan verwacht?',
          fr: 'Pourquoi est-ce différent de ce que nous attendions ?',
          de: 'Warum ist es anders als erwartet?',
        },
      ],
    },
    {
      title: { en: 'Break', nl: 'Pauze', fr: 'Pause', de: 'Pause' },
      minutes: 5,
      frameId: null,
      hint: {
        en: 'Stand up, open a window; come back on time.',
        nl: 'Sta recht, zet een raam open; kom op tijd terug.',
        fr: 'Levez-vous, ouvrez une fenêtre ; revenez à l’heure.',
        de: 'Stehen Sie auf, öffnen Sie ein Fenster; kommen Sie pünktlich zurück.',
      },
      marks: [],
    },
    {
      title: { en: 'One lens', nl: 'Eén bril', fr: 'Un regard', de: 'Ein Blick' },
      minutes: 13,
      frameId: 'lens-4l',
      hint: {
        en: 'Choose one of the three lenses beforehand. Write alone for six minutes, reveal, cluster.',
        nl: 'Kies vooraf één van de drie brillen. Schrijf zes minuten alleen, toon, groepeer.',
        fr: 'Choisissez l’un des trois regards à l’avance. Écrivez seul six minutes, révélez, regroupez.',
        de: 'Einen der drei Blicke vorher wählen. Sechs Minuten allein schreiben, aufdecken, clustern.',
      },
      marks: ['PW', 'T6', 'REV', 'CL'],
    },
    {
      title: { en: 'Vote', nl: 'Stemmen', fr: 'Voter', de: 'Abstimmen' },
      minutes: 4,
      frameId: 'lens-4l',
      hint: {
        en: 'Five dots each, at most two on one card: what is worth a why?',
        nl: 'Elk vijf stippen, hoogstens twee op één kaart: wat is een waarom waard?',
        fr: 'Cinq gommettes chacun, deux au plus par carte : qu’est-ce qui mérite un pourquoi ?',
        de: 'Je fünf Punkte, höchstens zwei auf einer Karte: Was ist ein Warum wert?',
      },
      marks: ['V5'],
    },
    {
      title: { en: 'Why?', nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?' },
      minutes: 13,
      frameId: 'why',
      hint: {
        en: 'Two difficulties and one success, one group each. Ask why three times.',
        nl: 'Twee moeilijkheden en één succes, elk in een groep. Vraag drie keer waarom.',
        fr: 'Deux difficultés et une réussite, un groupe chacune. Demandez trois fois pourquoi.',
        de: 'Zwei Schwierigkeiten und ein Erfolg, je eine Gruppe. Dreimal warum fragen.',
      },
      marks: ['BO'],
      prompts: [
        {
          en: 'And why was that so?',
          nl: 'En waarom was dat zo?',
          fr: 'Et pourquoi était-ce ainsi ?',
          de: 'Und warum war das so?',
        },
      ],
    },
    {
      title: {
        en: 'Write the lessons',
        nl: 'De lessen schrijven',
        fr: 'Écrire les enseignements',
        de: 'Die Erkenntnisse schreiben',
      },
      minutes: 13,
      frameId: 'lessons',
      hint: {
        en: 'In pairs for seven minutes. Read each one aloud, fist to five.',
        nl: 'Zeven minuten in duo’s. Lees elke les voor, vuist-tot-vijf.',
        fr: 'À deux pendant sept minutes. Lisez chacun à voix haute, vote à cinq doigts.',
        de: 'Sieben Minuten zu zweit. Jede laut vorlesen, Fünf-Finger-Abfrage.',
      },
      marks: ['T7', 'F5'],
      prompts: [
        {
          en: 'Could someone elsewhere act on it?',
          nl: 'Kan iemand elders ermee aan de slag?',
          fr: 'Quelqu’un d’autre pourrait-il agir ?',
          de: 'Könnte anderswo jemand danach handeln?',
        },
      ],
    },
    {
      title: {
        en: 'Landing and owners',
        nl: 'Landen en verantwoordelijken',
        fr: 'Destinations et responsables',
        de: 'Landeplatz und Zuständige',
      },
      minutes: 8,
      frameId: 'landing',
      hint: {
        en: 'Every lesson gets a place, an owner and a date; the so-what keeper counts those still homeless.',
        nl: 'Elke les krijgt een plek, een verantwoordelijke en een datum; de dus-wachter telt wat nog geen plek heeft.',
        fr: 'Chaque enseignement reçoit un lieu, un responsable et une date ; le gardien du « et alors » compte les sans-abri.',
        de: 'Jede Erkenntnis bekommt Ort, Zuständige und Datum; die Na-und-Wache zählt, was noch heimatlos ist.',
      },
      marks: [],
    },
    {
      title: {
        en: 'Wins and thanks',
        nl: 'Successen en dank',
        fr: 'Réussites et remerciements',
        de: 'Erfolge und Dank',
      },
      minutes: 6,
      frameId: 'thanks',
      hint: {
        en: 'A round: one win, one thank you. Someone who is not in the room, too.',
        nl: 'Een rondje: één succes, één bedankje. Ook aan wie er niet bij is.',
        fr: 'Un tour : une réussite, un merci. Aussi à une personne absente.',
        de: 'Eine Runde: ein Erfolg, ein Dank. Auch an jemanden, der nicht hier ist.',
      },
      marks: ['RR'],
    },
    {
      title: { en: 'Close', nl: 'Afsluiten', fr: 'Clore', de: 'Schließen' },
      minutes: 3,
      frameId: null,
      hint: { en: 'One word each.', nl: 'Ieder één woord.', fr: 'Un mot chacun.', de: 'Je ein Wort.' },
      marks: ['RR'],
    },
    {
      title: { en: 'Buffer', nl: 'Marge', fr: 'Marge', de: 'Puffer' },
      minutes: 9,
      frameId: null,
      hint: {
        en: 'Time for what ran over. Not needed? End early.',
        nl: 'Tijd voor wat uitliep. Niet nodig? Stop dan vroeger.',
        fr: 'Du temps pour ce qui a débordé. Inutile ? Finissez plus tôt.',
        de: 'Zeit für das, was länger dauerte. Nicht nötig? Dann früher enden.',
      },
      marks: [],
    },
  ],
  roles: [
    {
      name: { en: 'Facilitator', nl: 'Begeleider', fr: 'Facilitateur, facilitatrice', de: 'Moderation' },
      task: {
        en: 'Comes from outside the delivery team.',
        nl: 'Komt van buiten het uitvoerende team.',
        fr: 'Vient d’en dehors de l’équipe de terrain.',
        de: 'Kommt von außerhalb des ausführenden Teams.',
      },
    },
    {
      name: {
        en: 'Timeline keeper',
        nl: 'Tijdlijnwachter',
        fr: 'Gardien de la ligne du temps',
        de: 'Zeitleistenwache',
      },
      task: {
        en: 'Puts facts on their date and asks for what is missing.',
        nl: 'Zet feiten op hun datum en vraagt naar wat ontbreekt.',
        fr: 'Place les faits à leur date et demande ce qui manque.',
        de: 'Setzt Tatsachen an ihr Datum und fragt nach dem, was fehlt.',
      },
    },
    {
      name: { en: 'So-what keeper', nl: 'Dus-wachter', fr: 'Gardien du « et alors »', de: 'Na-und-Wache' },
      task: {
        en: 'No lesson without a place where it lands.',
        nl: 'Geen les zonder plek waar ze landt.',
        fr: 'Aucun enseignement sans destination.',
        de: 'Keine Erkenntnis ohne Landeplatz.',
      },
    },
  ],
  legend: [
    {
      sign: { type: 'zone', role: 'affected' },
      text: {
        en: 'What those affected lived through',
        nl: 'Wat betrokkenen meemaakten',
        fr: 'Ce que les personnes concernées ont vécu',
        de: 'Was Betroffene erlebten',
      },
    },
    {
      sign: { type: 'zone', role: 'locked' },
      text: {
        en: 'From the plan and the results',
        nl: 'Uit het plan en de resultaten',
        fr: 'Selon le plan et les résultats',
        de: 'Aus Plan und Ergebnissen',
      },
    },
    {
      sign: { type: 'card', mark: 'ghost' },
      text: {
        en: 'An invitation: write on it, or leave it',
        nl: 'Een uitnodiging: schrijf erop, of laat ze staan',
        fr: 'Une invitation : écrivez dessus ou laissez-la',
        de: 'Eine Einladung: beschreiben oder stehen lassen',
      },
    },
    {
      sign: { type: 'card', mark: 'mirror' },
      text: {
        en: 'The same card in a second place',
        nl: 'Dezelfde kaart op een tweede plek',
        fr: 'La même carte à un second endroit',
        de: 'Dieselbe Karte an einem zweiten Ort',
      },
    },
    {
      sign: { type: 'card', mark: 'voice' },
      text: {
        en: 'Said by those affected',
        nl: 'Gezegd door betrokkenen',
        fr: 'Dit par les personnes concernées',
        de: 'Von Betroffenen gesagt',
      },
    },
    {
      sign: { type: 'card', mark: 'votes' },
      text: {
        en: 'Dots by people, then by organisations',
        nl: 'Stippen per persoon, dan per organisatie',
        fr: 'Gommettes par personne, puis par organisation',
        de: 'Punkte nach Personen, dann nach Organisationen',
      },
    },
    {
      sign: { type: 'value', field: 'verdict', value: 'keep' },
      text: {
        en: 'Worked, stays as it is',
        nl: 'Werkte, blijft zo',
        fr: 'A marché, on n’y touche pas',
        de: 'Hat geklappt, bleibt so',
      },
    },
    {
      sign: { type: 'value', field: 'verdict', value: 'change' },
      text: {
        en: 'Good idea, other way',
        nl: 'Goed idee, andere manier',
        fr: 'Bonne idée, autre façon',
        de: 'Gute Idee, anderer Weg',
      },
    },
    {
      sign: { type: 'value', field: 'verdict', value: 'stop' },
      text: {
        en: 'Costs more than it gives',
        nl: 'Kost meer dan het geeft',
        fr: 'Coûte plus que cela n’apporte',
        de: 'Kostet mehr, als es bringt',
      },
    },
    {
      sign: { type: 'value', field: 'verdict', value: 'start' },
      text: { en: 'Not tried yet', nl: 'Nog niet geprobeerd', fr: 'Pas encore essayé', de: 'Noch nicht versucht' },
    },
    {
      sign: { type: 'line', kind: 'causes' },
      text: { en: 'Why it happened', nl: 'Waarom het gebeurde', fr: 'Pourquoi c’est arrivé', de: 'Warum es geschah' },
    },
  ],
  remote: {
    en: 'Send the timeline two days ahead; people abroad or on shift add in their own time. Thanks can be voice notes that a buddy types.',
    nl: 'Stuur de tijdlijn twee dagen vooraf; wie in het buitenland is of dienst heeft, vult aan als het past. Dank mag een spraakbericht zijn dat een buddy typt.',
    fr: 'Envoyez la ligne du temps deux jours avant ; les personnes à l’étranger ou de service complètent à leur heure. Un merci peut être un message vocal qu’un binôme tape.',
    de: 'Die Zeitleiste zwei Tage vorher senden; wer im Ausland oder im Dienst ist, ergänzt zu eigener Zeit. Dank darf eine Sprachnachricht sein, die jemand abtippt.',
  },
  affected: {
    en: 'Their own session first, with the partner they trust: what was it like, what should never change, what would you drop? Two of them present the lane themselves. Thanks go to them too, as makers.',
    nl: 'Eerst een eigen sessie met de partner die ze vertrouwen: hoe was het, wat mag nooit veranderen, wat zou je schrappen? Twee van hen stellen hun lijn zelf voor. Ook zij krijgen dank, als makers.',
    fr: 'D’abord leur propre séance, avec le partenaire de confiance : comment était-ce, que ne faut-il jamais changer, que laisseriez-vous tomber ? Deux d’entre eux présentent leur ligne. On les remercie aussi, comme auteurs.',
    de: 'Zuerst eine eigene Sitzung mit dem Partner ihres Vertrauens: Wie war es, was darf sich nie ändern, was würden Sie streichen? Zwei von ihnen stellen ihre Zeile selbst vor. Dank geht auch an sie, als Mitwirkende.',
  },
};
