import type { Guide } from './guide.ts';

/** Six to twenty-four people; above eight, groups of four to six per main cause. */
export const rootCauseTreeGuide: Guide = {
  minutes: 115,
  phases: [
    {
      title: { en: 'Open', nl: 'Openen', fr: 'Ouvrir', de: 'Eröffnen' },
      minutes: 5,
      frameId: 'problem',
      hint: {
        en: 'Say what will be on the table at the end: one shared problem and at most five root causes. Name the why-keeper, the evidence scribe and who speaks for those affected.',
        nl: 'Zeg wat er op het einde ligt: één gedeeld probleem en hoogstens vijf grondoorzaken. Spreek af wie doorvraagt naar het waarom, wie de onderbouwing noteert en wie voor de betrokkenen spreekt.',
        fr: 'Dites ce qui sera sur la table à la fin : un problème partagé et cinq causes profondes au plus. Convenez de qui relance le pourquoi, qui note les éléments probants et qui parle pour les personnes concernées.',
        de: 'Sagen Sie, was am Ende vorliegt: ein gemeinsames Problem und höchstens fünf Grundursachen. Klären Sie, wer nach dem Warum fragt, wer Belege festhält und wer für Betroffene spricht.',
      },
      marks: ['FOL'],
    },
    {
      title: {
        en: 'Draft the problem',
        nl: 'Het probleem opschrijven',
        fr: 'Écrire le problème',
        de: 'Das Problem entwerfen',
      },
      minutes: 15,
      frameId: 'problem',
      zoneId: 'drafts',
      hint: {
        en: 'Everyone writes one draft in silence, and facts with their source beside it. Reveal all at once, then one line each. People affected read the drafts first and can veto the wording.',
        nl: 'Iedereen schrijft in stilte één voorstel, en feiten met hun bron ernaast. Toon alles tegelijk, daarna ieder één zin. Betrokkenen lezen de voorstellen eerst en mogen de woorden weigeren.',
        fr: 'Chacun écrit un essai en silence et, à côté, des faits avec leur source. Révélez tout d’un coup, puis une phrase chacun. Les personnes concernées lisent d’abord et peuvent refuser les mots.',
        de: 'Alle schreiben still einen Entwurf, daneben Tatsachen mit Quelle. Alles zugleich aufdecken, dann je ein Satz. Betroffene lesen die Entwürfe zuerst und können die Wortwahl ablehnen.',
      },
      marks: ['PW', 'T6', 'REV', 'RR'],
      prompts: [
        {
          en: 'In one sentence: what is going wrong, for whom?',
          nl: 'In één zin: wat loopt er mis, voor wie?',
          fr: 'En une phrase : qu’est-ce qui ne va pas, pour qui ?',
          de: 'In einem Satz: Was läuft schief, für wen?',
        },
        {
          en: 'Which fact do you know, from where, and whose voice is it?',
          nl: 'Welk feit ken je, waarvandaan, en wie zegt het?',
          fr: 'Quel fait connaissez-vous, d’où vient-il, et qui le dit ?',
          de: 'Welche Tatsache kennen Sie, woher, und wessen Stimme ist es?',
        },
      ],
    },
    {
      title: {
        en: 'Merge into one statement',
        nl: 'Samenvoegen tot één zin',
        fr: 'Fusionner en un énoncé',
        de: 'Zu einer Aussage verbinden',
      },
      minutes: 10,
      frameId: 'problem',
      hint: {
        en: 'Fill the five slots together, then write one sentence. Ask for a show of fingers, hear every 0 and 1, and lock the trunk.',
        nl: 'Vul samen de vijf vakken in en schrijf dan één zin. Vraag een vuist-tot-vijf, luister naar elke 0 en 1, en vergrendel de stam.',
        fr: 'Remplissez ensemble les cinq cases, puis écrivez une phrase. Faites voter à cinq doigts, écoutez chaque 0 et chaque 1, verrouillez le tronc.',
        de: 'Füllen Sie gemeinsam die fünf Felder, dann einen Satz. Finger zeigen lassen, jede 0 und 1 anhören, den Stamm sperren.',
      },
      marks: ['F5', 'LOCK:tree/trunk'],
      prompts: [
        {
          en: 'Do we describe what is, or a solution that is missing?',
          nl: 'Beschrijven we wat er is, of een oplossing die ontbreekt?',
          fr: 'Décrivons-nous ce qui est, ou une solution qui manque ?',
          de: 'Beschreiben wir, was ist, oder eine Lösung, die fehlt?',
        },
        {
          en: 'Would the people it is about say it this way?',
          nl: 'Zouden de mensen over wie het gaat het zo zeggen?',
          fr: 'Les personnes concernées le diraient-elles ainsi ?',
          de: 'Würden die Menschen, um die es geht, es so sagen?',
        },
      ],
    },
    {
      title: { en: 'Effects', nl: 'Gevolgen', fr: 'Conséquences', de: 'Folgen' },
      minutes: 10,
      frameId: 'tree',
      zoneId: 'direct',
      hint: {
        en: 'Start with what people feel: it builds urgency. Write alone, reveal, and place each effect above the trunk.',
        nl: 'Begin bij wat mensen voelen: dat maakt het dringend. Schrijf alleen, toon, en leg elk gevolg boven de stam.',
        fr: 'Commencez par ce que les gens ressentent : cela crée l’urgence. Écrire seul, révéler, placer chaque conséquence au-dessus du tronc.',
        de: 'Beginnen Sie mit dem, was Menschen spüren: Das schafft Dringlichkeit. Allein schreiben, aufdecken, jede Folge über den Stamm legen.',
      },
      marks: ['PW', 'T4', 'REV'],
      prompts: [
        {
          en: 'Who feels it, and how?',
          nl: 'Wie voelt het, en hoe?',
          fr: 'Qui le ressent, et comment ?',
          de: 'Wer spürt es, und wie?',
        },
        {
          en: 'And what does that lead to?',
          nl: 'En waar leidt dat toe?',
          fr: 'Et cela mène à quoi ?',
          de: 'Und wozu führt das?',
        },
      ],
    },
    {
      title: { en: 'Direct causes', nl: 'Directe oorzaken', fr: 'Causes directes', de: 'Direkte Ursachen' },
      minutes: 15,
      frameId: 'tree',
      zoneId: 'c1',
      hint: {
        en: 'One cause per card, written alone. Reveal, group what says the same, and keep three to six direct causes under the trunk.',
        nl: 'Eén oorzaak per kaart, alleen geschreven. Toon, groepeer wat hetzelfde zegt, en houd drie tot zes directe oorzaken onder de stam.',
        fr: 'Une cause par carte, écrite seul. Révélez, regroupez ce qui se répète et gardez trois à six causes directes sous le tronc.',
        de: 'Eine Ursache je Karte, allein geschrieben. Aufdecken, Gleiches zusammenlegen, drei bis sechs direkte Ursachen unter dem Stamm behalten.',
      },
      marks: ['PW', 'T6', 'REV', 'CL'],
      prompts: [
        {
          en: 'Why does this happen?',
          nl: 'Waarom gebeurt dit?',
          fr: 'Pourquoi cela arrive-t-il ?',
          de: 'Warum geschieht das?',
        },
        {
          en: 'Is that a situation, or somebody’s fault?',
          nl: 'Is dat een situatie, of iemands schuld?',
          fr: 'Est-ce une situation, ou la faute de quelqu’un ?',
          de: 'Ist das eine Lage oder jemandes Schuld?',
        },
      ],
    },
    {
      title: { en: 'Break', nl: 'Pauze', fr: 'Pause', de: 'Pause' },
      minutes: 5,
      frameId: null,
      hint: {
        en: 'Make the groups of three meanwhile: mix organisations and places.',
        nl: 'Maak intussen de groepjes van drie: meng organisaties en plaatsen.',
        fr: 'Formez pendant ce temps les groupes de trois : mêlez organisations et lieux.',
        de: 'Bilden Sie derweil die Dreiergruppen: Organisationen und Orte mischen.',
      },
      marks: [],
    },
    {
      title: { en: 'Why again?', nl: 'Waarom toch?', fr: 'Et pourquoi encore ?', de: 'Warum noch einmal?' },
      minutes: 15,
      frameId: 'tree',
      hint: {
        en: 'One group of three per direct cause asks why until it reaches something the partners can act on. The why-keeper asks once more.',
        nl: 'Eén groepje van drie per directe oorzaak vraagt waarom tot er iets ligt waar de partners iets aan kunnen doen. Wie het waarom bewaakt, vraagt nog één keer door.',
        fr: 'Un groupe de trois par cause directe demande pourquoi jusqu’à trouver une prise pour agir. La personne du pourquoi relance encore une fois.',
        de: 'Je direkter Ursache fragt eine Dreiergruppe nach dem Warum, bis man handeln kann. Eine Person fragt immer noch einmal nach.',
      },
      marks: ['BO', 'T15'],
      prompts: [
        {
          en: 'What lies behind that?',
          nl: 'Wat zit daarachter?',
          fr: 'Qu’y a-t-il derrière ?',
          de: 'Was steckt dahinter?',
        },
        {
          en: 'Is it deep enough to act on?',
          nl: 'Is het diep genoeg om iets te doen?',
          fr: 'Est-ce assez profond pour agir ?',
          de: 'Ist es tief genug zum Handeln?',
        },
      ],
    },
    {
      title: { en: 'Gallery', nl: 'Rondgang', fr: 'Galerie', de: 'Rundgang' },
      minutes: 7,
      frameId: 'tree',
      hint: {
        en: 'Every group reads one other branch from the bottom up with “therefore” and marks the proof: sound, or open. Open proof becomes a question.',
        nl: 'Elke groep leest één andere tak van onder naar boven met “dus” en merkt de onderbouwing: stevig of open. Wat open is, wordt een vraag.',
        fr: 'Chaque groupe lit une autre branche de bas en haut avec « donc » et note les éléments probants : solides ou à vérifier. Ce qui reste à vérifier devient une question.',
        de: 'Jede Gruppe liest einen anderen Ast von unten nach oben mit „also“ und vermerkt den Beleg: sicher oder offen. Offenes wird zur Frage.',
      },
      marks: [],
      prompts: [
        {
          en: 'Where does the chain break?',
          nl: 'Waar breekt de ketting?',
          fr: 'Où la chaîne casse-t-elle ?',
          de: 'Wo reißt die Kette?',
        },
      ],
    },
    {
      title: {
        en: 'Merge loops and doubles',
        nl: 'Lussen en dubbels samenvoegen',
        fr: 'Réunir boucles et doublons',
        de: 'Schleifen und Doppeltes verbinden',
      },
      minutes: 4,
      frameId: 'tree',
      hint: {
        en: 'A cause found twice feeds both branches: link it to both. Keep loops as dashed lines and say so: there change sticks.',
        nl: 'Een oorzaak die twee keer opduikt voedt beide takken: verbind ze met allebei. Houd lussen als streepjeslijn en zeg het: daar beklijft verandering.',
        fr: 'Une cause trouvée deux fois nourrit deux branches : reliez-la aux deux. Gardez les boucles en tirets et dites-le : là, le changement tient.',
        de: 'Eine doppelte Ursache nährt beide Äste: mit beiden verbinden. Schleifen gestrichelt lassen und benennen: Dort hält Veränderung.',
      },
      marks: [],
    },
    {
      title: { en: 'Vote', nl: 'Stemmen', fr: 'Voter', de: 'Abstimmen' },
      minutes: 4,
      frameId: 'tree',
      hint: {
        en: 'Before voting, check that someone affected has been heard on a cause or an effect. Compare the result per person with the one per organisation.',
        nl: 'Kijk vóór het stemmen of een betrokkene gehoord is bij een oorzaak of gevolg. Vergelijk de uitslag per persoon met die per organisatie.',
        fr: 'Avant le vote, vérifiez qu’une personne concernée a été entendue sur une cause ou un effet. Comparez le résultat par personne et par organisation.',
        de: 'Prüfen Sie vorher, ob zu einer Ursache oder Folge jemand Betroffenes gehört wurde. Vergleichen Sie das Ergebnis je Person mit dem je Organisation.',
      },
      marks: ['V5'],
    },
    {
      title: {
        en: 'Choose the root causes',
        nl: 'De grondoorzaken kiezen',
        fr: 'Choisir les causes profondes',
        de: 'Die Grundursachen wählen',
      },
      minutes: 12,
      frameId: 'choose',
      hint: {
        en: 'Place the top eight on the matrix, then choose at most five by consent. A root without proof becomes a question with an owner and a date.',
        nl: 'Leg de top acht op de matrix en kies er hoogstens vijf bij consent. Een grondoorzaak zonder onderbouwing wordt een vraag met een verantwoordelijke en een datum.',
        fr: 'Placez les huit premières sur la matrice, puis choisissez-en cinq au plus par consentement. Une cause profonde sans élément probant devient une question avec responsable et date.',
        de: 'Die ersten acht auf die Matrix legen, dann höchstens fünf im Konsent wählen. Eine Grundursache ohne Beleg wird zur Frage mit zuständiger Stelle und Datum.',
      },
      marks: ['DEC'],
      prompts: [
        {
          en: 'How much does it feed the problem, and how far can we change it together?',
          nl: 'Hoe sterk voedt het het probleem, en in hoeverre kunnen we het samen veranderen?',
          fr: 'Combien nourrit-elle le problème, et jusqu’où pouvons-nous la changer ensemble ?',
          de: 'Wie stark nährt es das Problem, und wie weit können wir es gemeinsam ändern?',
        },
        {
          en: 'Can you live with this choice and back it?',
          nl: 'Kun je met deze keuze leven en sta je erachter?',
          fr: 'Pouvez-vous accepter ce choix et le soutenir ?',
          de: 'Können Sie mit dieser Wahl leben und sie mittragen?',
        },
      ],
    },
    {
      title: { en: 'Close', nl: 'Afsluiten', fr: 'Conclure', de: 'Abschließen' },
      minutes: 5,
      frameId: 'problem',
      hint: {
        en: 'Read the final statement aloud and let it stand. Every open question leaves with an owner.',
        nl: 'Lees de afgesproken zin luidop voor en laat hem even staan. Elke open vraag vertrekt met een verantwoordelijke.',
        fr: 'Lisez l’énoncé final à voix haute et laissez-le agir. Chaque question ouverte repart avec un responsable.',
        de: 'Die fertige Aussage laut vorlesen und wirken lassen. Jede offene Frage geht mit einer zuständigen Stelle.',
      },
      marks: [],
    },
    {
      title: { en: 'Buffer', nl: 'Speling', fr: 'Marge', de: 'Puffer' },
      minutes: 8,
      frameId: null,
      hint: {
        en: 'For the discussion that needs it; unused, it is a gift.',
        nl: 'Voor het gesprek dat het nodig heeft; wat overblijft, is een cadeau.',
        fr: 'Pour la discussion qui en demande ; le reste est un cadeau.',
        de: 'Für das Gespräch, das sie braucht; was übrig bleibt, ist ein Geschenk.',
      },
      marks: [],
    },
  ],
  roles: [
    {
      name: { en: 'Facilitator', nl: 'Begeleider', fr: 'Facilitateur, facilitatrice', de: 'Moderation' },
      task: {
        en: 'Keeps time and order, merges what the groups bring.',
        nl: 'Bewaakt tijd en orde, voegt samen wat de groepen brengen.',
        fr: 'Tient le temps et le fil, réunit ce que les groupes apportent.',
        de: 'Hält Zeit und Faden, führt zusammen, was die Gruppen bringen.',
      },
    },
    {
      name: { en: 'Why-keeper', nl: 'Doorvragen', fr: 'Relance du pourquoi', de: 'Nachfragen' },
      task: {
        en: 'Asks why once more.',
        nl: 'Vraagt nog één keer waarom.',
        fr: 'Demande pourquoi une fois de plus.',
        de: 'Fragt noch einmal nach dem Warum.',
      },
    },
    {
      name: { en: 'Evidence scribe', nl: 'Onderbouwing noteren', fr: 'Éléments probants', de: 'Belege festhalten' },
      task: {
        en: 'Notes how we know, and how sure we are.',
        nl: 'Noteert hoe we het weten, en hoe zeker we zijn.',
        fr: 'Note comment nous le savons, et avec quelle certitude.',
        de: 'Hält fest, woher wir es wissen und wie sicher wir sind.',
      },
    },
    {
      name: {
        en: 'Voice of those affected',
        nl: 'Stem van de betrokkenen',
        fr: 'Voix des personnes concernées',
        de: 'Stimme der Betroffenen',
      },
      task: {
        en: 'Says how it is to live with the problem, or brings what people affected said.',
        nl: 'Zegt hoe het is om met het probleem te leven, of brengt wat betrokkenen zeiden.',
        fr: 'Dit ce que c’est que de vivre le problème, ou rapporte ce que les personnes concernées ont dit.',
        de: 'Sagt, wie es ist, mit dem Problem zu leben, oder bringt mit, was Betroffene sagten.',
      },
    },
  ],
  legend: [
    {
      sign: { type: 'zone', role: 'problem' },
      text: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' },
    },
    {
      sign: { type: 'zone', role: 'cause' },
      text: {
        en: 'Causes, downwards',
        nl: 'Oorzaken, naar beneden',
        fr: 'Causes, vers le bas',
        de: 'Ursachen, nach unten',
      },
    },
    {
      sign: { type: 'zone', role: 'effect' },
      text: {
        en: 'Effects, upwards',
        nl: 'Gevolgen, naar boven',
        fr: 'Conséquences, vers le haut',
        de: 'Folgen, nach oben',
      },
    },
    {
      sign: { type: 'zone', role: 'result' },
      text: {
        en: 'What we agree or choose',
        nl: 'Wat we afspreken of kiezen',
        fr: 'Ce que nous convenons ou choisissons',
        de: 'Was wir vereinbaren oder wählen',
      },
    },
    {
      sign: { type: 'card', mark: 'voice' },
      text: {
        en: 'Said by people affected, or heard from them',
        nl: 'Gezegd door betrokkenen, of van hen gehoord',
        fr: 'Dit par des personnes concernées, ou entendu d’elles',
        de: 'Von Betroffenen gesagt oder von ihnen gehört',
      },
    },
    {
      sign: { type: 'card', mark: 'root' },
      text: { en: 'Root cause', nl: 'Grondoorzaak', fr: 'Cause profonde', de: 'Grundursache' },
    },
    {
      sign: { type: 'card', mark: 'evidence' },
      text: { en: 'How we know', nl: 'Hoe we het weten', fr: 'Comment nous le savons', de: 'Woher wir es wissen' },
    },
    {
      sign: { type: 'card', mark: 'votes' },
      text: {
        en: 'Dots, per person and per organisation',
        nl: 'Stippen, per persoon en per organisatie',
        fr: 'Gommettes, par personne et par organisation',
        de: 'Punkte, je Person und je Organisation',
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
    {
      sign: { type: 'line', kind: 'causes' },
      text: {
        en: 'Causes: read upwards with “therefore”',
        nl: 'Veroorzaakt: lees naar boven met “dus”',
        fr: 'Cause : se lit vers le haut avec « donc »',
        de: 'Verursacht: nach oben lesen mit „also“',
      },
    },
    {
      sign: { type: 'line', kind: 'feeds_back' },
      text: {
        en: 'Feeds back: a loop',
        nl: 'Werkt terug: een lus',
        fr: 'Agit en retour : une boucle',
        de: 'Wirkt zurück: eine Schleife',
      },
    },
  ],
  remote: {
    en: 'One break-out per direct cause keeps twenty people from editing one tree at once; merge the branches afterwards. Remote partners speak first in each round.',
    nl: 'Met één deelgroep per directe oorzaak bewerken geen twintig mensen tegelijk dezelfde boom; voeg de takken daarna samen. Wie op afstand zit, spreekt in elk rondje eerst.',
    fr: 'Un sous-groupe par cause directe évite que vingt personnes modifient l’arbre en même temps ; réunissez ensuite les branches. À chaque tour, les personnes à distance parlent d’abord.',
    de: 'Eine Kleingruppe je direkter Ursache verhindert, dass zwanzig Leute zugleich am Baum arbeiten; führen Sie die Äste danach zusammen. Zugeschaltete sprechen in jeder Runde zuerst.',
  },
  affected: {
    en: 'People affected read the draft statement first and can veto its wording. A cause about “them” needs their voice, or stays an assumption.',
    nl: 'Betrokkenen lezen de voorgestelde probleemstelling eerst en mogen de woorden weigeren. Een oorzaak over “hen” heeft hun stem nodig, of blijft een aanname.',
    fr: 'Les personnes concernées lisent d’abord l’énoncé proposé et peuvent en refuser les mots. Une cause qui parle d’« elles » demande leur voix, sinon elle reste une hypothèse.',
    de: 'Betroffene lesen den Entwurf der Aussage zuerst und können die Wortwahl ablehnen. Eine Ursache über „sie“ braucht ihre Stimme, sonst bleibt sie eine Annahme.',
  },
};
