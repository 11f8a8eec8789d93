import type { errors as source } from '../en/errors.ts';
import type { Translation } from '../message.ts';

export const errors: Translation<typeof source> = {
  'bad-request.title': 'Iets hiervan kan niet gebruikt worden',
  'bad-request.text': 'Er is niets gewijzigd. Kijk na wat je invulde en verstuur het opnieuw.',
  'no-session.title': 'Deze browser doet hier nog niet mee',
  'no-session.text':
    'De workshop en de borden zijn veilig. Open in deze browser de link die je kreeg, dan ben je binnen.',
  'not-allowed.title': 'Dit staat niet voor je open',
  'not-allowed.text':
    'De begeleider van deze workshop sloot je link of haalde je uit de workshop, of je deed nooit mee met deze browser. Wat op de borden staat, is veilig. Vraag een nieuwe link.',
  'not-found.title': 'Op dit adres is niets',
  'not-found.text':
    'Misschien is het verkeerd getypt. Er is niets verloren: ga verder vanuit je workshops of open je link opnieuw.',
  'link-unknown.title': 'Deze link werkt niet meer',
  'link-unknown.text':
    'De begeleider van deze workshop sloot hem, of er ontbreekt een stuk. Wat je schreef, staat nog op het bord. Vraag een nieuwe link, of open de workshop als je al eerder meedeed.',
  'link-expired.title': 'Deze link is verlopen',
  'link-expired.text':
    'Hij liet mensen binnen tot een tijdstip dat voorbij is. Wie al meedeed, is nog binnen. Vraag een nieuwe link.',
  'link-weaker.title': 'Je kunt hier al meer',
  'link-weaker.text':
    'In deze browser mag je in de workshop meer dan deze link je zou laten. Er is niets veranderd en de link werkt nog: open hem op het andere apparaat, of ga hier verder zoals je bent.',
  'last-facilitator.title': 'Een workshop heeft een begeleider nodig',
  'last-facilitator.text':
    'Er zou niemand overblijven om hem te leiden, dus is er niets veranderd. Laat eerst een andere begeleider binnen, of vervang de link.',
  'passcode-wrong.title': 'Dat is niet de code',
  'passcode-wrong.text': 'Er ging niets verloren. Kijk nog eens, of vraag het aan wie je de link stuurde.',
  'door-closed.title': 'De deur is nu dicht',
  'door-closed.text':
    'Op dit moment komt er niemand nieuw binnen. Vraag de begeleider om ze te openen en probeer opnieuw: je link blijft werken.',
  'not-admitted.title': 'Je bent niet binnengelaten',
  'not-admitted.text':
    'Wie begeleidt, heeft voor nu nee gezegd. Vraag het na en probeer het dan opnieuw: je link blijft werken.',
  'not-waiting.title': 'De server weet niet dat je wacht',
  'not-waiting.text': 'Misschien is hij opnieuw gestart. Vraag het nog eens: wat je schreef is niet verloren.',
  'session-closed.title': 'Deze sessie is afgesloten',
  'session-closed.text': 'Op de borden verandert niets meer. De begeleider kan de sessie weer openen.',
  'voting.title': 'Er loopt een stemming',
  'voting.text': 'Sluit die eerst af.',
  'locked.title': 'Dit is nu vergrendeld',
  'locked.text':
    'Wie begeleidt, heeft het vergrendeld, of de fase laat het niet toe. Wat van jou is, blijft van jou; probeer het later opnieuw.',
  'locks-full.title': 'Er kan niets meer vergrendeld worden',
  'locks-full.text': 'Ontgrendel eerst iets.',
  'round-over.title': 'Deze stemming is gesloten',
  'round-over.text': 'Je laatste stemmen kwamen te laat.',
  'private-writing.title': 'Er wordt privé geschreven',
  'private-writing.text': 'Onthul eerst wat er geschreven is.',
  'create-key-needed.title': 'Een nieuwe workshop vraagt hier een sleutel',
  'create-key-needed.text': 'Wat je invulde, staat er nog. Vraag de sleutel aan wie deze server beheert.',
  'too-large.title': 'Dat is te veel in één keer',
  'too-large.text': 'Er is niets gewijzigd. Maak het korter en verstuur het opnieuw.',
  'too-many-requests.title': 'Te veel pogingen in korte tijd',
  'too-many-requests.text': 'Er is niets verloren. Wacht een minuut en probeer opnieuw.',
  'busy.title': 'De server doet dit nu voor anderen',
  'busy.text': 'Er is niets verloren. Probeer het over een paar seconden opnieuw.',
  'unsupported-media-type.title': 'De server kan dit niet lezen',
  'unsupported-media-type.text': 'Er is niets gewijzigd. Laad de pagina opnieuw en probeer nog eens.',
  'file-unknown.title': 'Dit bestand is geen bord',
  'file-unknown.text': 'Er is niets veranderd. Kies een .json van Commonboard of een .tldr van tldraw.',
  'file-damaged.title': 'Een deel van dit bestand is stuk',
  'file-damaged.text': 'Er is niets uit overgenomen en niets veranderd. Exporteer het opnieuw waar het vandaan komt.',
  'file-newer.title': 'Dit bestand komt van een nieuwere versie',
  'file-newer.text':
    'Er is niets uit overgenomen en niets veranderd. Vraag wie deze server beheert om de nieuwere versie.',
  'file-legacy.title': 'Dit bestand komt van de eerste tldraw',
  'file-legacy.text':
    'Er is niets veranderd. Open het eerst op tldraw.com en bewaar het daar opnieuw: dan kan het hier worden gelezen.',
  'file-too-much.title': 'Er zit te veel in dit bestand',
  'file-too-much.text':
    'Er is niets veranderd. Een bord kan tot 20.000 dingen bevatten, een bestand tot 40 pagina’s. Splits het en probeer opnieuw.',
  'board-full.title': 'Er is geen plaats voor meer kaarten',
  'board-full.text':
    'Er is niets toegevoegd. Vraag wie de sessie leidt er enkele weg te halen of met een ander bord verder te gaan.',
  'comments-full.title': 'Er is geen plaats voor meer opmerkingen',
  'comments-full.text':
    'Dit bord heeft er 2.000. Wat je schreef, staat er nog. Verwijder er enkele die afgehandeld zijn en verstuur het opnieuw.',
  'pictures-full.title': 'Er is geen plaats voor meer afbeeldingen',
  'pictures-full.text':
    'Er is niets veranderd. Een bord neemt er tot 300. Verwijder er enkele en voeg deze opnieuw toe.',
  'picture-unknown.title': 'Deze afbeelding is niet te gebruiken',
  'picture-unknown.text': 'Er is niets veranderd. Kies een gave PNG of JPEG.',
  'picture-too-large.title': 'Deze afbeelding is te groot',
  'picture-too-large.text': 'Er is niets veranderd. Een logo mag tot 200 kB en 1.200 × 480 pixels groot zijn.',
  'foreign-origin.title': 'Dit adres past niet bij de server',
  'foreign-origin.text': 'Er is niets gewijzigd. Open Commonboard op het adres uit je uitnodiging en probeer het daar.',
  'not-ready.title': 'De server start net op',
  'not-ready.text': 'Alles wat bewaard is, is veilig. Probeer over enkele seconden opnieuw.',
  'agenda-changed.title': 'Iemand anders heeft intussen de fasen veranderd',
  'agenda-changed.text':
    'De jouwe staan nog hier en zijn niet bewaard. Bewaar nog eens om ze in de plaats van de andere te zetten, of sluit zonder te bewaren om die te zien.',
  'breakouts.title': 'Er werken al groepen',
  'breakouts.text': 'Sluit die eerst af. Meer dan vijftig keer in groepen gaat niet.',
  'bringing.title': 'De groepen worden samengebracht',
  'bringing.text': 'Wat ze schreven, is op weg naar het hoofdbord. Probeer het zo weer.',
  'phase-gone.title': 'Deze fase is er niet meer',
  'phase-gone.text':
    'Iemand heeft het draaiboek daarnet veranderd, of de sessie beëindigd. Verder is er niets veranderd. Kijk het opnieuw na en ga van daar verder.',
  'internal.title': 'Er ging iets mis op de server',
  'internal.text': 'Wat bewaard is, is veilig. Probeer opnieuw; blijft het zo, meld het dan aan wie de server beheert.',
  'unreachable.title': 'Geen verbinding met de server',
  'unreachable.text': 'Wat bewaard is, is veilig. Kijk je verbinding na en probeer opnieuw.',
  'unreadable.title': 'Deze pagina en de server begrijpen elkaar niet',
  'unreadable.text': 'Wat bewaard is, is veilig. Er is wellicht een nieuwere versie: laad de pagina opnieuw.',
  'closed-4401.title': 'Deze browser doet hier nog niet mee',
  'closed-4401.text': 'Het bord is veilig. Open in deze browser de link die je kreeg, dan ben je binnen.',
  'closed-4403.title': 'Je bent niet meer in deze workshop',
  'closed-4403.text':
    'De begeleider sloot je link of haalde je uit de workshop. Je kaarten staan nog op het bord. Is dat een vergissing, vraag dan een nieuwe link.',
  'closed-4404.title': 'Dit bord is hier niet',
  'closed-4404.text': 'Het adres is verkeerd getypt of het bord is weggehaald. De andere borden staan in de workshop.',
  'closed-4409.title': 'Er is een nieuwere versie',
  'closed-4409.text': 'Wat bewaard is, is veilig. Laad opnieuw om verder te gaan.',
  'closed-4413.title': 'Dat was te veel in één keer',
  'closed-4413.text':
    'Het bord luistert niet meer naar deze browser om de anderen te beschermen. Wat bewaard is, is veilig. Laad opnieuw en voeg grote dingen in kleinere delen toe.',
  'closed-4422.title': 'Een wijziging paste niet',
  'closed-4422.text':
    'De server kon een wijziging van deze pagina niet overnemen; die is teruggenomen. Al het andere is veilig. Laad opnieuw om verder te gaan.',
  'closed-4423.title': 'Dit bord wordt hersteld',
  'closed-4423.text':
    'Een deel was niet leesbaar, daarom is het dicht tot het weer heel is. Er wordt niets overschreven. Meld het aan wie de server beheert.',
  'closed-4424.title': 'Deze sessie is afgesloten',
  'closed-4424.text':
    'De begeleider sloot ze af. Wat je het laatst schreef, blijft in deze browser en komt op het bord zodra de sessie weer opengaat.',
  'empty.name': 'Vul je naam in.',
  'empty.organisation': 'Vul de naam van je organisatie in.',
  'empty.title': 'Geef de workshop een naam.',
  'empty.key': 'Vul de sleutel in.',
  'line-too-long': { one: 'Gebruik hoogstens {count} teken.', other: 'Gebruik hoogstens {count} tekens.' },
  'line-disguised': 'Er zitten onzichtbare tekens in. Typ het opnieuw met de hand.',
  'line-refused': 'De server aanvaardt dit niet. Schrijf het op een andere manier.',
  'page-broken.title': 'Deze pagina werkt niet meer',
  'page-broken.text': 'Wat bewaard is, is veilig. Laad de pagina opnieuw om verder te gaan.',
};
