import type { Guide } from './guide.ts';

/** Five to twenty people, in one go or twice an hour. */
export const actorMapGuide: Guide = {
  minutes: 120,
  phases: [
    {
      title: {
        en: 'Open with the question',
        nl: 'Openen met de vraag',
        fr: 'Ouvrir avec la question',
        de: 'Mit der Frage eröffnen',
      },
      minutes: 8,
      frameId: 'who',
      hint: {
        en: 'Put your problem and your place into the question and read it aloud. Have 15 to 20 actors from your desk work ready, and name the line-drawer and the outsider.',
        nl: 'Zet jullie probleem en jullie plaats in de vraag en lees ze voor. Houd 15 tot 20 actoren uit je voorbereiding klaar, en spreek af wie de lijnen tekent en wie als buitenstaander kijkt.',
        fr: 'Mettez votre problème et votre lieu dans la question et lisez-la à voix haute. Préparez 15 à 20 acteurs issus de vos recherches, convenez de qui trace les liens et de qui porte le regard extérieur.',
        de: 'Setzen Sie Problem und Ort in die Frage ein und lesen Sie sie vor. Halten Sie 15 bis 20 Akteure aus der Vorarbeit bereit und benennen Sie, wer Linien zieht und wer von außen fragt.',
      },
      marks: ['FOL'],
      prompts: [
        {
          en: 'Who shapes this problem here, or is touched by it?',
          nl: 'Wie bepaalt dit probleem hier, of wordt erdoor geraakt?',
          fr: 'Qui influence ce problème ici, ou en est touché ?',
          de: 'Wer beeinflusst dieses Problem hier oder ist davon betroffen?',
        },
      ],
    },
    {
      title: { en: 'Names', nl: 'Namen', fr: 'Noms', de: 'Namen' },
      minutes: 14,
      frameId: 'who',
      zoneId: 'known',
      hint: {
        en: 'One actor per card, written alone. Reveal and group doubles. Stay longest with the third column.',
        nl: 'Eén actor per kaart, alleen geschreven. Toon en voeg dubbels samen. Blijf het langst bij de derde kolom.',
        fr: 'Un acteur par carte, écrit seul. Révélez et réunissez les doublons. Restez le plus longtemps sur la troisième colonne.',
        de: 'Ein Akteur je Karte, allein geschrieben. Aufdecken und Doppelte zusammenlegen. Am längsten bei der dritten Spalte bleiben.',
      },
      marks: ['PW', 'T6', 'REV', 'CL'],
      prompts: [
        {
          en: 'Who gains if nothing changes?',
          nl: 'Wie wint als er niets verandert?',
          fr: 'Qui gagne si rien ne change ?',
          de: 'Wer gewinnt, wenn nichts geschieht?',
        },
        {
          en: 'Who has never been asked?',
          nl: 'Wie is nog nooit gevraagd?',
          fr: 'À qui n’a-t-on jamais demandé ?',
          de: 'Wer wurde noch nie gefragt?',
        },
        {
          en: 'Who would surprise us?',
          nl: 'Wie zou ons verrassen?',
          fr: 'Qui nous surprendrait ?',
          de: 'Wer würde uns überraschen?',
        },
      ],
    },
    {
      title: { en: 'Place in rings', nl: 'In ringen plaatsen', fr: 'Placer dans les cercles', de: 'In Ringe setzen' },
      minutes: 15,
      frameId: 'map',
      hint: {
        en: 'Two groups, each with half of the map, drag the actors into ring and wedge. The place is what the card says: no scores for named people.',
        nl: 'Twee groepen, elk met een halve kaart, slepen de actoren naar ring en sector. De plek is wat de kaart zegt: geen scores voor mensen met naam.',
        fr: 'Deux groupes, chacun une moitié de carte, glissent les acteurs dans leur cercle et leur secteur. La place dit tout : pas de note pour des personnes nommées.',
        de: 'Zwei Gruppen mit je einer halben Karte ziehen die Akteure in Ring und Sektor. Der Platz sagt alles: keine Noten für namentlich genannte Menschen.',
      },
      marks: ['BO'],
      prompts: [
        {
          en: 'Who lives with this? Put them in the middle.',
          nl: 'Wie leeft hiermee? Zet hen in het midden.',
          fr: 'Qui vit cela ? Mettez-les au centre.',
          de: 'Wer lebt damit? In die Mitte setzen.',
        },
      ],
    },
    {
      title: {
        en: 'Swap and challenge',
        nl: 'Ruilen en bevragen',
        fr: 'Échanger et questionner',
        de: 'Tauschen und hinterfragen',
      },
      minutes: 8,
      frameId: 'map',
      hint: {
        en: 'The groups change halves and question every place. The outsider asks who is absent.',
        nl: 'De groepen wisselen van helft en bevragen elke plek. De buitenstaander vraagt wie er niet is.',
        fr: 'Les groupes échangent leurs moitiés et questionnent chaque place. Le regard extérieur demande qui est absent.',
        de: 'Die Gruppen tauschen die Hälften und hinterfragen jeden Platz. Wer von außen blickt, fragt, wer fehlt.',
      },
      marks: [],
      prompts: [
        {
          en: 'Core or needed: what would we lose without them?',
          nl: 'Kern of nodig: wat verliezen we zonder hen?',
          fr: 'Noyau ou requis : que perdrions-nous sans eux ?',
          de: 'Kern oder nötig: Was ginge ohne sie verloren?',
        },
      ],
    },
    {
      title: { en: 'Break', nl: 'Pauze', fr: 'Pause', de: 'Pause' },
      minutes: 5,
      frameId: null,
      hint: {
        en: 'In two sessions, stop here and go on another day.',
        nl: 'Doe je het in twee keer, stop dan hier en ga een andere dag verder.',
        fr: 'En deux séances, arrêtez-vous ici et reprenez un autre jour.',
        de: 'Bei zwei Terminen hier aufhören und an einem anderen Tag weitermachen.',
      },
      marks: [],
    },
    {
      title: { en: 'Lines', nl: 'Lijnen', fr: 'Liens', de: 'Linien' },
      minutes: 18,
      frameId: 'map',
      hint: {
        en: 'Only the strongest and the broken ones. Organisation by organisation, each names its lines; the line-drawer draws.',
        nl: 'Alleen de sterkste en de gebroken lijnen. Organisatie per organisatie noemt haar lijnen; één persoon tekent.',
        fr: 'Seulement les liens les plus forts et les liens rompus. Chaque organisation nomme les siens ; une personne les trace.',
        de: 'Nur die stärksten und die gerissenen. Organisation für Organisation nennt ihre Linien; eine Person zeichnet.',
      },
      marks: ['RR'],
      prompts: [
        {
          en: 'What flows here: money, information, service, rules, influence, work together, or conflict?',
          nl: 'Wat loopt hier: geld, informatie, dienst, regels, invloed, samenwerking of conflict?',
          fr: 'Qu’est-ce qui circule : argent, information, service, règles, influence, collaboration ou conflit ?',
          de: 'Was fließt hier: Geld, Information, Leistung, Regeln, Einfluss, Zusammenarbeit oder Konflikt?',
        },
        {
          en: 'Does it work, is it weak, is it broken?',
          nl: 'Werkt het, is het zwak, is het gebroken?',
          fr: 'Cela fonctionne-t-il, est-ce faible, est-ce rompu ?',
          de: 'Läuft es, ist es schwach, ist es gerissen?',
        },
      ],
    },
    {
      title: {
        en: 'Energy and blocks',
        nl: 'Energie en knelpunten',
        fr: 'Énergies et blocages',
        de: 'Energie und Blockaden',
      },
      minutes: 12,
      frameId: 'energy',
      hint: {
        en: 'Write alone, naming actors or lines. Reveal, then ask for each: new partner, new link, repair, or use?',
        nl: 'Schrijf alleen, noem actoren of lijnen. Toon, en vraag bij elk: nieuwe partner, nieuwe lijn, herstellen of benutten?',
        fr: 'Écrire seul, en nommant acteurs ou liens. Révélez, puis demandez pour chacun : nouveau partenaire, nouveau lien, réparer ou s’appuyer dessus ?',
        de: 'Allein schreiben, Akteure oder Linien nennen. Aufdecken, dann je Karte fragen: neuer Partner, neue Verbindung, reparieren oder nutzen?',
      },
      marks: ['PW', 'T5', 'REV'],
      prompts: [
        {
          en: 'Where does it move, where is it stuck, where is nobody?',
          nl: 'Waar beweegt het, waar zit het vast, waar is niemand?',
          fr: 'Où cela avance-t-il, où est-ce bloqué, où n’y a-t-il personne ?',
          de: 'Wo bewegt sich etwas, wo stockt es, wo ist niemand?',
        },
      ],
    },
    {
      title: { en: 'Who is missing?', nl: 'Wie ontbreekt?', fr: 'Qui manque ?', de: 'Wer fehlt?' },
      minutes: 8,
      frameId: 'balance',
      hint: {
        en: 'Show the frame “Balance”, read the empty fields aloud and wait. Each gap is on purpose, or becomes a question with an owner.',
        nl: 'Toon het kader ‘Evenwicht’, lees de lege vakken voor en wacht. Elke leemte is bewust, of wordt een vraag met een verantwoordelijke.',
        fr: 'Montrez le cadre « Équilibre », lisez les cases vides et attendez. Chaque manque est voulu, ou devient une question avec un responsable.',
        de: 'Den Rahmen „Gleichgewicht“ zeigen, die leeren Felder vorlesen und warten. Jede Lücke ist gewollt oder wird zur Frage mit zuständiger Stelle.',
      },
      marks: [],
      prompts: [
        {
          en: 'Nobody of this kind yet: on purpose?',
          nl: 'Nog niemand van deze soort: bewust?',
          fr: 'Personne de ce type : est-ce voulu ?',
          de: 'Noch niemand dieser Art: gewollt?',
        },
      ],
    },
    {
      title: {
        en: 'Vote on contacts',
        nl: 'Stemmen over contacten',
        fr: 'Voter les contacts',
        de: 'Über Kontakte abstimmen',
      },
      minutes: 5,
      frameId: 'map',
      hint: {
        en: 'Four dots each on the contacts to make first.',
        nl: 'Ieder vier stippen op de contacten die eerst moeten.',
        fr: 'Quatre gommettes chacun sur les contacts à prendre en premier.',
        de: 'Je vier Punkte auf die Kontakte, die zuerst kommen.',
      },
      marks: ['V4'],
    },
    {
      title: { en: 'Who calls whom', nl: 'Wie belt wie', fr: 'Qui appelle qui', de: 'Wer ruft wen an' },
      minutes: 12,
      frameId: 'calls',
      hint: {
        en: 'Each contact gets one person and one date. Say why them, and what is in it for them, before you ask who calls. Record the decision.',
        nl: 'Elk contact krijgt één persoon en één datum. Zeg waarom zij, en wat zij eraan hebben, voor je vraagt wie belt. Leg de beslissing vast.',
        fr: 'Chaque contact reçoit une personne et une date. Dites pourquoi eux et ce qu’ils y gagnent avant de demander qui appelle. Notez la décision.',
        de: 'Jeder Kontakt bekommt eine Person und ein Datum. Erst sagen, warum sie und was sie davon haben, dann fragen, wer anruft. Die Entscheidung festhalten.',
      },
      marks: ['DEC'],
      prompts: [
        {
          en: 'Who of us do they trust?',
          nl: 'Wie van ons vertrouwen zij?',
          fr: 'À qui d’entre nous font-ils confiance ?',
          de: 'Wem von uns vertrauen sie?',
        },
      ],
    },
    {
      title: { en: 'Close', nl: 'Afsluiten', fr: 'Conclure', de: 'Abschließen' },
      minutes: 5,
      frameId: 'calls',
      hint: {
        en: 'Read the calls aloud with names and dates. Thank the outsider.',
        nl: 'Lees de gesprekken voor met naam en datum. Bedank de buitenstaander.',
        fr: 'Lisez les appels à voix haute, avec noms et dates. Remerciez le regard extérieur.',
        de: 'Die Anrufe mit Namen und Datum vorlesen. Dem Blick von außen danken.',
      },
      marks: [],
    },
    {
      title: { en: 'Buffer', nl: 'Speling', fr: 'Marge', de: 'Puffer' },
      minutes: 10,
      frameId: null,
      hint: {
        en: 'Lines take longer than planned; this is for them.',
        nl: 'Lijnen duren langer dan gepland; dit is daarvoor.',
        fr: 'Les liens prennent plus de temps que prévu ; ceci est pour eux.',
        de: 'Linien dauern länger als geplant; das ist dafür.',
      },
      marks: [],
    },
  ],
  roles: [
    {
      name: { en: 'Facilitator', nl: 'Begeleider', fr: 'Facilitateur, facilitatrice', de: 'Moderation' },
      task: {
        en: 'Keeps time, and never lets named people be scored in the open.',
        nl: 'Bewaakt de tijd, en laat mensen met naam nooit in het openbaar scoren.',
        fr: 'Tient le temps et ne laisse jamais noter des personnes nommées devant tous.',
        de: 'Hält die Zeit und lässt namentlich Genannte nie offen bewerten.',
      },
    },
    {
      name: { en: 'Line-drawer', nl: 'Lijnen tekenen', fr: 'Tracé des liens', de: 'Linien zeichnen' },
      task: {
        en: 'Draws the lines that the others name.',
        nl: 'Tekent de lijnen die de anderen noemen.',
        fr: 'Trace les liens que les autres nomment.',
        de: 'Zeichnet die Linien, die die anderen nennen.',
      },
    },
    {
      name: { en: 'Outsider', nl: 'Buitenstaander', fr: 'Regard extérieur', de: 'Blick von außen' },
      task: {
        en: 'Asks who is absent.',
        nl: 'Vraagt wie er niet is.',
        fr: 'Demande qui est absent.',
        de: 'Fragt, wer fehlt.',
      },
    },
  ],
  legend: [
    {
      sign: { type: 'zone', role: 'affected' },
      text: {
        en: 'Middle: people who live with it',
        nl: 'Midden: mensen die ermee leven',
        fr: 'Au centre : celles et ceux qui le vivent',
        de: 'Mitte: Menschen, die damit leben',
      },
    },
    {
      sign: { type: 'value', field: 'org_type', value: 'B' },
      text: {
        en: 'Letter and colour: kind of organisation',
        nl: 'Letter en kleur: soort organisatie',
        fr: 'Lettre et couleur : type d’organisation',
        de: 'Buchstabe und Farbe: Art der Organisation',
      },
    },
    {
      sign: { type: 'value', field: 'engagement', value: 'active' },
      text: { en: 'Active', nl: 'Actief', fr: 'Actif', de: 'Aktiv' },
    },
    {
      sign: { type: 'value', field: 'engagement', value: 'committed' },
      text: { en: 'Committed', nl: 'Toegezegd', fr: 'Engagé', de: 'Zugesagt' },
    },
    {
      sign: { type: 'line', kind: 'relates', strength: 3 },
      text: {
        en: 'Line works; the wider, the stronger',
        nl: 'Lijn werkt; hoe breder, hoe sterker',
        fr: 'Le lien fonctionne ; plus il est large, plus il est fort',
        de: 'Linie läuft; je breiter, desto stärker',
      },
    },
    {
      sign: { type: 'line', kind: 'relates', state: 'weak' },
      text: { en: 'Weak', nl: 'Zwak', fr: 'Faible', de: 'Schwach' },
    },
    {
      sign: { type: 'line', kind: 'relates', state: 'broken' },
      text: { en: 'Broken', nl: 'Gebroken', fr: 'Rompu', de: 'Gerissen' },
    },
    {
      sign: { type: 'line', kind: 'relates', state: 'new' },
      text: { en: 'New', nl: 'Nieuw', fr: 'Nouveau', de: 'Neu' },
    },
    {
      sign: { type: 'card', mark: 'mirror' },
      text: {
        en: 'The same actor, shown in a second place',
        nl: 'Dezelfde actor, op een tweede plek getoond',
        fr: 'Le même acteur, montré à un second endroit',
        de: 'Derselbe Akteur, an einem zweiten Platz gezeigt',
      },
    },
    {
      sign: { type: 'card', mark: 'ghost' },
      text: {
        en: 'A place to write; not exported while empty',
        nl: 'Een plek om te schrijven; leeg wordt ze niet geëxporteerd',
        fr: 'Une place pour écrire ; vide, elle n’est pas exportée',
        de: 'Ein Platz zum Schreiben; leer wird er nicht exportiert',
      },
    },
  ],
  remote: {
    en: 'Break out by sector, and let one person per group draw the lines. Never score named people in an open session.',
    nl: 'Maak deelgroepen per sector, en laat per groep één persoon de lijnen tekenen. Geef mensen met naam nooit scores in een open sessie.',
    fr: 'Formez les sous-groupes par secteur, et qu’une seule personne par groupe trace les liens. Ne notez jamais des personnes nommées en séance ouverte.',
    de: 'Kleingruppen nach Sektor bilden; je Gruppe zeichnet eine Person die Linien. Namentlich Genannte nie in offener Runde bewerten.',
  },
  affected: {
    en: 'Ask people affected separately: who helps, who gets in the way, who should? Then lay their map over yours.',
    nl: 'Vraag betrokkenen apart: wie helpt, wie zit in de weg, wie zou moeten? Leg hun kaart daarna over die van jullie.',
    fr: 'Demandez à part aux personnes concernées : qui aide, qui gêne, qui devrait ? Posez ensuite leur carte sur la vôtre.',
    de: 'Fragen Sie Betroffene getrennt: Wer hilft, wer steht im Weg, wer sollte? Legen Sie ihre Karte dann über Ihre.',
  },
};
