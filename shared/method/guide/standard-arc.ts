import type { Guide } from './guide.ts';

/** For a board whose content is not ours to name: how a conversation that ends in a decision mostly goes. */
export const standardArcGuide: Guide = {
  minutes: 60,
  phases: [
    {
      title: { en: 'Open', nl: 'Openen', fr: 'Ouvrir', de: 'Eröffnen' },
      minutes: 5,
      frameId: 'sheet',
      hint: {
        en: 'Say what will be on the table at the end and what happens with it, and read the question aloud. Everyone looks at the same sheet.',
        nl: 'Zeg wat er op het einde ligt en wat ermee gebeurt, en lees de vraag voor. Iedereen kijkt naar hetzelfde blad.',
        fr: 'Dites ce qui sera sur la table à la fin et ce qu’on en fera, et lisez la question à voix haute. Tout le monde regarde la même feuille.',
        de: 'Sagen Sie, was am Ende vorliegt und was damit geschieht, und lesen Sie die Frage vor. Alle sehen dasselbe Blatt.',
      },
      marks: ['FOL'],
      prompts: [
        {
          en: 'What should be there when we part?',
          nl: 'Wat moet er liggen als we uit elkaar gaan?',
          fr: 'Qu’est-ce qui doit être là quand nous nous quitterons ?',
          de: 'Was soll vorliegen, wenn wir auseinandergehen?',
        },
      ],
    },
    {
      title: { en: 'Write alone', nl: 'Alleen schrijven', fr: 'Écrire seul', de: 'Allein schreiben' },
      minutes: 10,
      frameId: 'sheet',
      hint: {
        en: 'Everyone writes in silence for six minutes, one thought per card. Reveal all at once and read in silence.',
        nl: 'Iedereen schrijft zes minuten in stilte, één gedachte per kaart. Toon alles tegelijk en lees in stilte.',
        fr: 'Chacun écrit six minutes en silence, une idée par carte. Révélez tout d’un coup et lisez en silence.',
        de: 'Alle schreiben sechs Minuten still, ein Gedanke pro Karte. Alles zugleich aufdecken und still lesen.',
      },
      marks: ['PW', 'T6', 'REV'],
      prompts: [
        {
          en: 'What do you see from where you stand?',
          nl: 'Wat zie jij vanaf jouw plek?',
          fr: 'Que voyez-vous de là où vous êtes ?',
          de: 'Was sehen Sie von Ihrem Platz aus?',
        },
      ],
    },
    {
      title: { en: 'Share', nl: 'Delen', fr: 'Partager', de: 'Teilen' },
      minutes: 10,
      frameId: 'sheet',
      hint: {
        en: 'One voice per organisation first, those who are not in the room before the others. One card each, no answers yet.',
        nl: 'Eerst één stem per organisatie, wie niet in de zaal zit vóór de anderen. Elk één kaart, nog geen antwoorden.',
        fr: 'D’abord une voix par organisation, les personnes à distance avant les autres. Une carte chacun, sans réponse pour l’instant.',
        de: 'Zuerst eine Stimme je Organisation, Zugeschaltete vor den anderen. Je eine Karte, noch keine Antworten.',
      },
      marks: ['RR'],
      prompts: [
        {
          en: 'Which of your cards matters most, and why?',
          nl: 'Welke van je kaarten telt het meest, en waarom?',
          fr: 'Laquelle de vos cartes compte le plus, et pourquoi ?',
          de: 'Welche Ihrer Karten zählt am meisten, und warum?',
        },
      ],
    },
    {
      title: { en: 'Cluster', nl: 'Groeperen', fr: 'Regrouper', de: 'Clustern' },
      minutes: 10,
      frameId: 'sheet',
      hint: {
        en: 'Put together what says the same, without throwing anything away. Each group gets a name that its authors agree with.',
        nl: 'Leg bij elkaar wat hetzelfde zegt en gooi niets weg. Elke groep krijgt een naam waar de schrijvers achter staan.',
        fr: 'Rapprochez ce qui dit la même chose, sans rien jeter. Chaque groupe reçoit un nom que ses auteurs approuvent.',
        de: 'Legen Sie zusammen, was dasselbe sagt, und werfen Sie nichts weg. Jede Gruppe bekommt einen Namen, dem die Schreibenden zustimmen.',
      },
      marks: ['CL'],
      prompts: [
        {
          en: 'What belongs together, and what does it say as a whole?',
          nl: 'Wat hoort samen, en wat zegt het als geheel?',
          fr: 'Qu’est-ce qui va ensemble, et que dit l’ensemble ?',
          de: 'Was gehört zusammen, und was sagt es als Ganzes?',
        },
      ],
    },
    {
      title: { en: 'Vote', nl: 'Stemmen', fr: 'Voter', de: 'Abstimmen' },
      minutes: 5,
      frameId: 'sheet',
      hint: {
        en: 'Five dots each, at most two on one card. Look at both results, by people and by organisations, before anyone explains them.',
        nl: 'Elk vijf stippen, hoogstens twee op één kaart. Bekijk beide uitslagen, per persoon en per organisatie, voor iemand ze uitlegt.',
        fr: 'Cinq gommettes chacun, deux au plus par carte. Regardez les deux résultats, par personne et par organisation, avant de les expliquer.',
        de: 'Je fünf Punkte, höchstens zwei auf eine Karte. Sehen Sie sich beide Ergebnisse an, nach Personen und nach Organisationen, bevor jemand sie erklärt.',
      },
      marks: ['V5'],
      prompts: [
        {
          en: 'What should we go on with?',
          nl: 'Waarmee gaan we verder?',
          fr: 'Avec quoi continuons-nous ?',
          de: 'Womit machen wir weiter?',
        },
      ],
    },
    {
      title: { en: 'Decide', nl: 'Beslissen', fr: 'Décider', de: 'Entscheiden' },
      minutes: 15,
      frameId: 'sheet',
      hint: {
        en: 'Put the decision in one sentence, ask for a fist to five and hear every 0 and 1. Then put it down, with who was there and who was missing.',
        nl: 'Zet de beslissing in één zin, vraag een vuist-tot-vijf en luister naar elke 0 en 1. Leg ze dan vast, met wie er was en wie ontbrak.',
        fr: 'Mettez la décision en une phrase, demandez un vote à cinq doigts et écoutez chaque 0 et chaque 1. Puis consignez-la, avec qui était là et qui manquait.',
        de: 'Fassen Sie die Entscheidung in einen Satz, fragen Sie mit fünf Fingern ab und hören Sie jede 0 und 1 an. Dann halten Sie sie fest, mit wem sie fiel und wer fehlte.',
      },
      marks: ['F5', 'DEC'],
      prompts: [
        {
          en: 'Can you live with it and back it?',
          nl: 'Kun je ermee leven en sta je erachter?',
          fr: 'Pouvez-vous l’accepter et le soutenir ?',
          de: 'Können Sie damit leben und es mittragen?',
        },
      ],
    },
    {
      title: { en: 'Close', nl: 'Afsluiten', fr: 'Clore', de: 'Abschließen' },
      minutes: 5,
      frameId: 'sheet',
      hint: {
        en: 'Read the decision aloud. Every open question gets an owner and a date; say when everyone hears of it again.',
        nl: 'Lees de beslissing voor. Elke open vraag krijgt een trekker en een datum; zeg wanneer iedereen er weer van hoort.',
        fr: 'Lisez la décision à voix haute. Chaque question ouverte reçoit un responsable et une date ; dites quand on en reparlera.',
        de: 'Lesen Sie die Entscheidung vor. Jede offene Frage bekommt eine verantwortliche Person und ein Datum; sagen Sie, wann alle wieder davon hören.',
      },
      marks: [],
      prompts: [
        {
          en: 'Which question is still open, and who takes it?',
          nl: 'Welke vraag staat nog open, en wie neemt ze op?',
          fr: 'Quelle question reste ouverte, et qui la prend ?',
          de: 'Welche Frage ist noch offen, und wer übernimmt sie?',
        },
      ],
    },
  ],
  roles: [
    {
      name: { en: 'Timekeeper', nl: 'Tijdbewaker', fr: 'Gardien du temps', de: 'Zeitwache' },
      task: {
        en: 'Says when half of the minutes are gone.',
        nl: 'Zegt wanneer de helft van de minuten voorbij is.',
        fr: 'Signale la moitié du temps.',
        de: 'Sagt, wenn die Hälfte der Zeit um ist.',
      },
    },
    {
      name: { en: 'Room helper', nl: 'Hulp in de zaal', fr: 'Aide dans la salle', de: 'Hilfe im Raum' },
      task: {
        en: 'Watches the chat and speaks for those who are not in the room.',
        nl: 'Volgt de chat en spreekt voor wie niet in de zaal is.',
        fr: 'Suit la conversation écrite et parle pour les personnes à distance.',
        de: 'Liest den Chat mit und spricht für die Zugeschalteten.',
      },
    },
  ],
  legend: [],
  remote: {
    en: 'One device per person, also in the room. Those who are not in the room speak first in each round. What stands on paper is photographed onto the board within the phase.',
    nl: 'Eén toestel per persoon, ook in de zaal. Wie op afstand zit, spreekt eerst in elke ronde. Wat op papier staat, komt binnen de fase als foto op het bord.',
    fr: 'Un appareil par personne, aussi dans la salle. Les personnes à distance parlent d’abord à chaque tour. Ce qui est sur papier est photographié sur le tableau pendant la phase.',
    de: 'Ein Gerät pro Person, auch im Raum. Zugeschaltete sprechen in jeder Runde zuerst. Was auf Papier steht, kommt noch in der Phase als Foto aufs Board.',
  },
  affected: {
    en: 'At least two of the people it is about, prepared and paid for their time, never one alone. Otherwise a session of their own before, with a partner they trust. Tell them afterwards what was done with it.',
    nl: 'Minstens twee mensen over wie het gaat, voorbereid en betaald voor hun tijd, nooit één alleen. Anders vooraf een eigen sessie, met een partner die ze vertrouwen. Vertel hun achteraf wat ermee gebeurd is.',
    fr: 'Au moins deux des personnes concernées, préparées et payées pour leur temps, jamais une seule. Sinon, une séance à elles avant, avec un partenaire de confiance. Dites-leur ensuite ce qui en a été fait.',
    de: 'Mindestens zwei der Betroffenen, vorbereitet und für ihre Zeit bezahlt, nie jemand allein. Sonst vorher eine eigene Sitzung mit einem Partner ihres Vertrauens. Sagen Sie ihnen danach, was daraus wurde.',
  },
};
