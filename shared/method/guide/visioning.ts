import type { Guide } from './guide.ts';

export const visioningGuide: Guide = {
  minutes: 150,
  phases: [
    {
      title: {
        en: 'Open and recall the problem',
        nl: 'Openen en het probleem ophalen',
        fr: 'Ouvrir et rappeler le problème',
        de: 'Eröffnen und an das Problem erinnern',
      },
      minutes: 8,
      frameId: 'here-there',
      hint: {
        en: 'Read the problem and the root causes aloud; everyone follows you. Name the dream guard.',
        nl: 'Lees het probleem en de grondoorzaken voor; iedereen volgt je. Duid de droomwachter aan.',
        fr: 'Lisez le problème et les causes profondes ; tout le monde vous suit. Nommez le gardien du rêve.',
        de: 'Lesen Sie Problem und Grundursachen vor; alle folgen Ihnen. Benennen Sie die Traumwache.',
      },
      marks: ['FOL'],
    },
    {
      title: { en: 'From here to there', nl: 'Van hier naar daar', fr: 'D’ici à là-bas', de: 'Von hier nach dort' },
      minutes: 12,
      frameId: 'here-there',
      hint: {
        en: 'Eyes closed first, then everyone writes alone for six minutes. Reveal, read in silence.',
        nl: 'Eerst ogen dicht, dan schrijft ieder zes minuten alleen. Toon alles, lees in stilte.',
        fr: 'D’abord les yeux fermés, puis chacun écrit seul six minutes. Révélez, lisez en silence.',
        de: 'Zuerst Augen zu, dann schreiben alle sechs Minuten allein. Aufdecken, still lesen.',
      },
      marks: ['PW', 'T6', 'REV'],
      prompts: [
        {
          en: 'It is the vision date, an ordinary Tuesday. What do you see, hear and do?',
          nl: 'Het is de visiedatum, een gewone dinsdag. Wat zie, hoor en doe je?',
          fr: 'C’est la date de la vision, un mardi ordinaire. Que voyez, entendez et faites-vous ?',
          de: 'Es ist das Visionsdatum, ein normaler Dienstag. Was sehen, hören und tun Sie?',
        },
      ],
    },
    {
      title: {
        en: 'Cover stories in groups',
        nl: 'Voorpagina’s in groepen',
        fr: 'La une, par groupes',
        de: 'Titelseiten in Gruppen',
      },
      minutes: 30,
      frameId: 'cover',
      hint: {
        en: 'Groups of four to six, one page each; the first five minutes alone. “Yes, but” goes to the car park.',
        nl: 'Groepen van vier tot zes, elk één pagina; de eerste vijf minuten alleen. ‘Ja, maar’ gaat naar de parkeerplaats.',
        fr: 'Groupes de quatre à six, une page chacun ; les cinq premières minutes seul. « Oui, mais » va au parking à idées.',
        de: 'Gruppen von vier bis sechs, je eine Seite; die ersten fünf Minuten allein. „Ja, aber“ kommt in den Themenspeicher.',
      },
      marks: ['BO', 'T30'],
      prompts: [
        {
          en: 'What does the headline say? Who is quoted? Which number changed?',
          nl: 'Wat zegt de kop? Wie komt aan het woord? Welk cijfer veranderde?',
          fr: 'Que dit le gros titre ? Qui est cité ? Quel chiffre a changé ?',
          de: 'Was sagt die Schlagzeile? Wer kommt zu Wort? Welche Zahl hat sich geändert?',
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
      title: { en: 'Present', nl: 'Voorstellen', fr: 'Présenter', de: 'Vorstellen' },
      minutes: 13,
      frameId: 'cover',
      hint: {
        en: 'Three minutes a group. Those who listen note only what they love.',
        nl: 'Drie minuten per groep. Wie luistert, noteert alleen wat raakt.',
        fr: 'Trois minutes par groupe. Ceux qui écoutent ne notent que ce qu’ils aiment.',
        de: 'Drei Minuten pro Gruppe. Wer zuhört, notiert nur, was gefällt.',
      },
      marks: ['RR'],
    },
    {
      title: { en: 'Common threads', nl: 'Rode draden', fr: 'Fils rouges', de: 'Rote Fäden' },
      minutes: 11,
      frameId: 'threads',
      zoneId: 'all',
      hint: {
        en: 'Everyone writes alone what came back, then cluster. Words that divide stay out of the vision.',
        nl: 'Ieder schrijft alleen wat terugkwam, daarna groeperen. Woorden die verdelen, blijven uit de visie.',
        fr: 'Chacun écrit seul ce qui revenait, puis regroupez. Les mots qui divisent restent hors de la vision.',
        de: 'Alle schreiben allein, was wiederkam, dann clustern. Trennende Worte bleiben aus der Vision heraus.',
      },
      marks: ['PW', 'T5', 'CL'],
    },
    {
      title: {
        en: 'Draft the statement',
        nl: 'De visiezin schrijven',
        fr: 'Rédiger l’énoncé',
        de: 'Den Satz entwerfen',
      },
      minutes: 12,
      frameId: 'statement',
      hint: {
        en: 'Editor duos write up to three drafts; everyone puts three dots on words and drafts.',
        nl: 'Schrijfduo’s maken tot drie voorstellen; ieder plakt drie stippen op woorden en voorstellen.',
        fr: 'Des duos rédigent jusqu’à trois projets ; chacun pose trois gommettes sur mots et projets.',
        de: 'Zweierteams schreiben bis zu drei Entwürfe; alle setzen drei Punkte auf Worte und Entwürfe.',
      },
      marks: ['V3'],
      prompts: [
        {
          en: 'Would a 14-year-old understand it?',
          nl: 'Zou iemand van 14 dit begrijpen?',
          fr: 'Un jeune de 14 ans comprendrait-il ?',
          de: 'Würde man es mit 14 verstehen?',
        },
      ],
    },
    {
      title: {
        en: 'Agree on the vision',
        nl: 'De visie afspreken',
        fr: 'Convenir de la vision',
        de: 'Die Vision vereinbaren',
      },
      minutes: 8,
      frameId: 'statement',
      hint: {
        en: 'Fist to five, hear every 0 and 1, one repair round, then lock.',
        nl: 'Vuist-tot-vijf, hoor elke 0 en 1, één herstelronde, dan vergrendelen.',
        fr: 'Vote à cinq doigts, écoutez chaque 0 et 1, un tour de réparation, puis verrouillez.',
        de: 'Fünf-Finger-Abfrage, jede 0 und 1 anhören, eine Reparaturrunde, dann sperren.',
      },
      marks: ['F5', 'LOCK'],
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
      title: { en: 'Key impacts', nl: 'Kernimpact', fr: 'Impacts clés', de: 'Kernwirkungen' },
      minutes: 14,
      frameId: 'impacts',
      hint: {
        en: 'Write alone, cluster, four dots each; keep three to five. The ground guard takes over from the dream guard.',
        nl: 'Schrijf alleen, groepeer, elk vier stippen; hou er drie tot vijf. De grondwachter neemt het over van de droomwachter.',
        fr: 'Écrivez seul, regroupez, quatre gommettes chacun ; gardez-en trois à cinq. Le gardien du sol relaie celui du rêve.',
        de: 'Allein schreiben, clustern, je vier Punkte; drei bis fünf behalten. Die Bodenwache löst die Traumwache ab.',
      },
      marks: ['PW', 'T6', 'CL', 'V4'],
      prompts: [
        {
          en: 'What is different for whom, by when, and how will we see it?',
          nl: 'Wat is er voor wie anders, tegen wanneer, en waaraan zien we dat?',
          fr: 'Qu’est-ce qui change pour qui, pour quand, et comment le verrons-nous ?',
          de: 'Was ist für wen anders, bis wann, und woran sehen wir es?',
        },
      ],
    },
    {
      title: {
        en: 'Score the four tests',
        nl: 'De vier toetsen scoren',
        fr: 'Noter les quatre tests',
        de: 'Die vier Proben bewerten',
      },
      minutes: 8,
      frameId: 'impacts',
      hint: {
        en: 'In pairs, one impact each: ambitious, grounded, rooted, gives direction. Say why.',
        nl: 'In duo’s, elk één kernimpact: gedurfd, haalbaar, geworteld, geeft richting. Zeg waarom.',
        fr: 'À deux, un impact chacun : ambitieux, réaliste, enraciné, donne une direction. Dites pourquoi.',
        de: 'Zu zweit, je eine Kernwirkung: mutig, machbar, verwurzelt, gibt Richtung. Mit Begründung.',
      },
      marks: [],
      prompts: [
        {
          en: 'What would make it believable?',
          nl: 'Wat zou het geloofwaardig maken?',
          fr: 'Qu’est-ce qui le rendrait crédible ?',
          de: 'Was würde es glaubhaft machen?',
        },
      ],
    },
    {
      title: {
        en: 'Back from the future',
        nl: 'Terug uit de toekomst',
        fr: 'Retour du futur',
        de: 'Zurück aus der Zukunft',
      },
      minutes: 10,
      frameId: 'backcast',
      hint: {
        en: 'Start at the vision date, on the right, and work back to today. No column stays empty.',
        nl: 'Begin rechts, op de visiedatum, en werk terug naar vandaag. Geen kolom blijft leeg.',
        fr: 'Commencez à droite, à la date de la vision, et revenez à aujourd’hui. Aucune colonne ne reste vide.',
        de: 'Rechts beim Visionsdatum beginnen und bis heute zurückgehen. Keine Spalte bleibt leer.',
      },
      marks: ['T10'],
      prompts: [
        {
          en: 'What is true by then? Who moved first?',
          nl: 'Wat is dan waar? Wie bewoog het eerst?',
          fr: 'Qu’est-ce qui est vrai alors ? Qui a bougé en premier ?',
          de: 'Was gilt dann? Wer hat sich zuerst bewegt?',
        },
      ],
    },
    {
      title: {
        en: 'Decide and close',
        nl: 'Beslissen en afsluiten',
        fr: 'Décider et clore',
        de: 'Entscheiden und schließen',
      },
      minutes: 6,
      frameId: 'impacts',
      hint: {
        en: 'Record the decision and who was absent; open questions get an owner. Read the vision aloud together.',
        nl: 'Noteer de beslissing en wie er niet was; open vragen krijgen een verantwoordelijke. Lees de visie samen voor.',
        fr: 'Notez la décision et les absents ; les questions ouvertes ont un responsable. Lisez la vision ensemble à voix haute.',
        de: 'Entscheidung und Abwesende festhalten; offene Fragen bekommen Zuständige. Die Vision gemeinsam laut lesen.',
      },
      marks: ['DEC'],
    },
    {
      title: { en: 'Buffer', nl: 'Marge', fr: 'Marge', de: 'Puffer' },
      minutes: 8,
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
        en: 'Keeps time and takes no side.',
        nl: 'Bewaakt de tijd en kiest geen kant.',
        fr: 'Tient le temps et ne prend pas parti.',
        de: 'Hält die Zeit und ergreift nicht Partei.',
      },
    },
    {
      name: { en: 'Dream guard', nl: 'Droomwachter', fr: 'Gardien du rêve', de: 'Traumwache' },
      task: {
        en: 'Parks every “yes, but” until the break.',
        nl: 'Parkeert elk ‘ja, maar’ tot de pauze.',
        fr: 'Met de côté chaque « oui, mais » jusqu’à la pause.',
        de: 'Stellt jedes „Ja, aber“ bis zur Pause zurück.',
      },
    },
    {
      name: { en: 'Ground guard', nl: 'Grondwachter', fr: 'Gardien du sol', de: 'Bodenwache' },
      task: {
        en: 'Asks from the key impacts on: what would make this believable?',
        nl: 'Vraagt vanaf de kernimpact: wat zou dit geloofwaardig maken?',
        fr: 'Demande dès les impacts clés : qu’est-ce qui rendrait cela crédible ?',
        de: 'Fragt ab den Kernwirkungen: Was würde das glaubhaft machen?',
      },
    },
    {
      name: { en: 'Editor duo', nl: 'Schrijfduo', fr: 'Duo de rédaction', de: 'Schreibduo' },
      task: {
        en: 'Two people from different organisations put the statement into words.',
        nl: 'Twee mensen uit verschillende organisaties verwoorden de visie.',
        fr: 'Deux personnes d’organisations différentes formulent la vision.',
        de: 'Zwei Menschen aus verschiedenen Organisationen formulieren den Satz.',
      },
    },
  ],
  legend: [
    {
      sign: { type: 'zone', role: 'affected' },
      text: {
        en: 'Kept for those affected',
        nl: 'Voorbehouden aan betrokkenen',
        fr: 'Réservé aux personnes concernées',
        de: 'Den Betroffenen vorbehalten',
      },
    },
    {
      sign: { type: 'zone', role: 'locked' },
      text: {
        en: 'Comes from an earlier board',
        nl: 'Komt van een eerder bord',
        fr: 'Vient d’un tableau précédent',
        de: 'Kommt von einem früheren Board',
      },
    },
    {
      sign: { type: 'zone', role: 'result' },
      text: { en: 'What we agree on', nl: 'Wat we afspreken', fr: 'Ce dont nous convenons', de: 'Was wir vereinbaren' },
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
      sign: { type: 'card', mark: 'voice' },
      text: {
        en: 'Said by those affected',
        nl: 'Gezegd door betrokkenen',
        fr: 'Dit par les personnes concernées',
        de: 'Von Betroffenen gesagt',
      },
    },
    {
      sign: { type: 'card', mark: 'agreed' },
      text: {
        en: 'Agreed; reopen it before changing it',
        nl: 'Afgesproken; heropen voor je iets verandert',
        fr: 'Convenu ; rouvrez avant de changer',
        de: 'Vereinbart; vor Änderungen wieder öffnen',
      },
    },
    {
      sign: { type: 'line', kind: 'rooted_in' },
      text: {
        en: 'The cause that a key impact changes',
        nl: 'De oorzaak die een kernimpact verandert',
        fr: 'La cause qu’un impact clé change',
        de: 'Die Ursache, die eine Kernwirkung ändert',
      },
    },
    {
      sign: { type: 'line', kind: 'leads_to' },
      text: {
        en: 'One milestone comes before the next',
        nl: 'De ene mijlpaal komt vóór de andere',
        fr: 'Une étape précède la suivante',
        de: 'Ein Meilenstein kommt vor dem nächsten',
      },
    },
  ],
  remote: {
    en: 'Two times 80 minutes on different days works better. Paste or sketch the picture; each group keeps one sharer.',
    nl: 'Twee keer 80 minuten op verschillende dagen werkt beter. Plak of schets de foto; per groep deelt één persoon het scherm.',
    fr: 'Deux fois 80 minutes sur deux jours vont mieux. Collez ou dessinez l’image ; une personne par groupe partage.',
    de: 'Zweimal 80 Minuten an zwei Tagen gehen besser. Bild einfügen oder skizzieren; pro Gruppe teilt eine Person.',
  },
  affected: {
    en: 'Their own cover story first, and shown first. They hold the pen on “for whom”.',
    nl: 'Eerst hun eigen voorpagina, en die wordt eerst getoond. Zij schrijven bij ‘voor wie’.',
    fr: 'D’abord leur propre une, montrée en premier. Ils tiennent le stylo pour « pour qui ».',
    de: 'Zuerst ihre eigene Titelseite, und die wird zuerst gezeigt. Bei „für wen“ führen sie den Stift.',
  },
};
