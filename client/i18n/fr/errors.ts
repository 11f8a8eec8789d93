import type { errors as source } from '../en/errors.ts';
import type { Translation } from '../message.ts';

export const errors: Translation<typeof source> = {
  'bad-request.title': 'Une partie ne peut pas être utilisée',
  'bad-request.text': 'Rien n’a été modifié. Regardez ce que vous avez saisi et envoyez-le de nouveau.',
  'no-session.title': 'Ce navigateur n’a pas encore rejoint l’atelier',
  'no-session.text':
    'L’atelier et ses tableaux sont en sécurité. Ouvrez dans ce navigateur le lien reçu et vous y êtes.',
  'not-allowed.title': 'Vous n’y avez pas accès',
  'not-allowed.text':
    'La personne qui facilite cet atelier a fermé votre lien ou vous a retiré·e, ou vous n’êtes jamais venu·e avec ce navigateur. Ce qui est sur les tableaux est en sécurité. Demandez un nouveau lien.',
  'not-found.title': 'Il n’y a rien à cette adresse',
  'not-found.text':
    'Elle est peut-être mal saisie. Rien n’est perdu : repartez de vos ateliers ou ouvrez de nouveau votre lien.',
  'link-unknown.title': 'Ce lien n’est plus valable',
  'link-unknown.text':
    'La personne qui facilite cet atelier l’a fermé, ou il en manque une partie. Ce que vous avez écrit est toujours sur le tableau. Demandez un nouveau lien, ou ouvrez l’atelier si vous y étiez déjà.',
  'link-expired.title': 'Ce lien a expiré',
  'link-expired.text':
    'Il laissait entrer jusqu’à un moment qui est passé. Les personnes déjà entrées y sont toujours. Demandez un nouveau lien.',
  'link-weaker.title': 'Vous avez déjà plus de droits ici',
  'link-weaker.text':
    'Dans ce navigateur, vous avez plus de droits dans l’atelier que ce lien ne vous en laisserait. Rien n’a changé et le lien reste valable : ouvrez-le sur l’autre appareil, ou continuez ici comme avant.',
  'last-facilitator.title': 'Un atelier a besoin de quelqu’un qui facilite',
  'last-facilitator.text':
    'Il ne resterait personne pour le mener, donc rien n’a changé. Faites d’abord entrer une autre personne qui facilite, ou remplacez le lien.',
  'passcode-wrong.title': 'Ce n’est pas le bon code',
  'passcode-wrong.text': 'Rien n’est perdu. Vérifiez-le, ou demandez-le à la personne qui vous a envoyé le lien.',
  'door-closed.title': 'La porte est fermée pour l’instant',
  'door-closed.text':
    'Aucune nouvelle personne n’entre en ce moment. Demandez à la personne qui facilite de l’ouvrir et réessayez : votre lien reste valable.',
  'not-admitted.title': 'Vous n’avez pas été admis',
  'not-admitted.text':
    'Pour l’instant, la réponse est non. Parlez-en à la personne qui facilite, puis réessayez : votre lien reste valable.',
  'not-waiting.title': 'Le serveur ne sait pas que vous attendez',
  'not-waiting.text': 'Il a peut-être redémarré. Demandez à nouveau : rien de ce que vous avez écrit n’est perdu.',
  'session-closed.title': 'Cette séance est fermée',
  'session-closed.text': 'Plus rien ne change sur ses tableaux. La personne qui facilite peut la rouvrir.',
  'voting.title': 'Un vote est en cours',
  'voting.text': 'Clôturez-le d’abord.',
  'locked.title': 'C’est verrouillé pour le moment',
  'locked.text':
    'La personne qui facilite l’a verrouillé, ou la phase ne le permet pas. Ce qui est à vous le reste ; réessayez plus tard.',
  'locks-full.title': 'On ne peut rien verrouiller de plus',
  'locks-full.text': 'Déverrouillez d’abord quelque chose.',
  'round-over.title': 'Ce vote est clos',
  'round-over.text': 'Vos derniers votes sont arrivés trop tard.',
  'private-writing.title': 'L’écriture privée est en cours',
  'private-writing.text': 'Dévoilez d’abord ce qui a été écrit.',
  'create-key-needed.title': 'Ici, un nouvel atelier demande une clé',
  'create-key-needed.text': 'Votre saisie est toujours là. Demandez la clé à la personne qui gère ce serveur.',
  'too-large.title': 'C’est trop en une fois',
  'too-large.text': 'Rien n’a été modifié. Raccourcissez et envoyez de nouveau.',
  'too-many-requests.title': 'Trop d’essais en peu de temps',
  'too-many-requests.text': 'Rien n’est perdu. Attendez une minute et réessayez.',
  'busy.title': 'Le serveur fait déjà cela pour d’autres',
  'busy.text': 'Rien n’est perdu. Réessayez dans quelques secondes.',
  'unsupported-media-type.title': 'Le serveur ne peut pas lire ceci',
  'unsupported-media-type.text': 'Rien n’a été modifié. Rechargez la page et réessayez.',
  'file-unknown.title': 'Ce fichier n’est pas un tableau',
  'file-unknown.text': 'Rien n’a changé. Choisissez un .json de Commonboard ou un .tldr de tldraw.',
  'file-damaged.title': 'Une partie de ce fichier est abîmée',
  'file-damaged.text': 'Rien n’en a été repris et rien n’a changé. Exportez-le à nouveau là d’où il vient.',
  'file-newer.title': 'Ce fichier vient d’une version plus récente',
  'file-newer.text':
    'Rien n’en a été repris et rien n’a changé. Demandez la version plus récente à la personne qui gère ce serveur.',
  'file-legacy.title': 'Ce fichier vient du premier tldraw',
  'file-legacy.text':
    'Rien n’a changé. Ouvrez-le une fois sur tldraw.com et enregistrez-le à nouveau : il pourra alors être lu ici.',
  'file-too-much.title': 'Ce fichier contient trop de choses',
  'file-too-much.text':
    'Rien n’a changé. Un tableau accepte jusqu’à 20 000 éléments, un fichier jusqu’à 40 pages. Divisez-le et réessayez.',
  'board-full.title': 'Il n’y a plus de place pour des cartes',
  'board-full.text':
    'Rien n’a été ajouté. Demandez à la personne qui facilite d’en retirer ou de passer à un autre tableau.',
  'comments-full.title': 'Il n’y a plus de place pour des commentaires',
  'comments-full.text':
    'Ce tableau en a 2 000. Votre texte est toujours là. Supprimez-en quelques-uns qui sont réglés, puis envoyez de nouveau.',
  'pictures-full.title': 'Il n’y a plus de place pour des images',
  'pictures-full.text':
    'Rien n’a changé. Un tableau en prend jusqu’à 300. Supprimez-en quelques-unes, puis ajoutez celle-ci de nouveau.',
  'picture-unknown.title': 'Cette image est inutilisable',
  'picture-unknown.text': 'Rien n’a changé. Choisissez un PNG ou un JPEG entier.',
  'picture-too-large.title': 'Cette image est trop grande',
  'picture-too-large.text': 'Rien n’a changé. Un logo peut faire 200 ko et 1 200 × 480 pixels au plus.',
  'foreign-origin.title': 'Cette adresse ne correspond pas au serveur',
  'foreign-origin.text':
    'Rien n’a été modifié. Ouvrez Commonboard à l’adresse de votre invitation et réessayez là-bas.',
  'not-ready.title': 'Le serveur démarre',
  'not-ready.text': 'Tout ce qui est enregistré est en sécurité. Réessayez dans quelques secondes.',
  'agenda-changed.title': 'Quelqu’un d’autre a modifié les phases entre-temps',
  'agenda-changed.text':
    'Les vôtres sont encore ici et ne sont pas enregistrées. Enregistrez encore une fois pour remplacer les autres, ou fermez sans enregistrer pour les voir.',
  'breakouts.title': 'Des groupes travaillent déjà',
  'breakouts.text': 'Terminez d’abord leur temps. Cinquante fois en groupes sont le maximum.',
  'bringing.title': 'Les groupes sont en train d’être rassemblés',
  'bringing.text': 'Ce qu’ils ont écrit arrive sur le tableau principal. Réessayez dans un instant.',
  'phase-gone.title': 'Cette phase n’existe plus',
  'phase-gone.text':
    'Quelqu’un vient de modifier le déroulé ou de terminer la séance. Rien d’autre n’a changé. Regardez-le de nouveau et continuez de là.',
  'internal.title': 'Une erreur s’est produite sur le serveur',
  'internal.text':
    'Ce qui est enregistré est en sécurité. Réessayez ; si cela dure, prévenez la personne qui gère le serveur.',
  'unreachable.title': 'Pas de connexion au serveur',
  'unreachable.text': 'Ce qui est enregistré est en sécurité. Vérifiez votre connexion et réessayez.',
  'unreadable.title': 'La page et le serveur ne se comprennent pas',
  'unreadable.text':
    'Ce qui est enregistré est en sécurité. Il existe sans doute une version plus récente : rechargez la page.',
  'closed-4401.title': 'Ce navigateur n’a pas encore rejoint l’atelier',
  'closed-4401.text': 'Le tableau est en sécurité. Ouvrez dans ce navigateur le lien reçu et vous y êtes.',
  'closed-4403.title': 'Vous n’êtes plus dans cet atelier',
  'closed-4403.text':
    'La personne qui facilite a fermé votre lien ou vous a retiré·e de l’atelier. Vos cartes sont toujours sur le tableau. Si c’est une erreur, demandez un nouveau lien.',
  'closed-4404.title': 'Ce tableau n’est pas ici',
  'closed-4404.text': 'L’adresse est mal saisie ou le tableau a été retiré. Les autres tableaux sont dans l’atelier.',
  'closed-4409.title': 'Il existe une version plus récente',
  'closed-4409.text': 'Ce qui est enregistré est en sécurité. Rechargez pour continuer.',
  'closed-4413.title': 'C’était trop en une fois',
  'closed-4413.text':
    'Le tableau n’écoute plus ce navigateur pour protéger les autres. Ce qui est enregistré est en sécurité. Rechargez, et ajoutez les grandes choses par petites parties.',
  'closed-4422.title': 'Une modification n’est pas passée',
  'closed-4422.text':
    'Le serveur n’a pas pu reprendre une modification de cette page : elle a été annulée. Tout le reste est en sécurité. Rechargez pour continuer.',
  'closed-4423.title': 'Ce tableau est en réparation',
  'closed-4423.text':
    'Une partie n’a pas pu être lue ; il reste fermé jusqu’à ce qu’il soit de nouveau entier. Rien n’est écrasé. Prévenez la personne qui gère le serveur.',
  'closed-4424.title': 'Cette séance est fermée',
  'closed-4424.text':
    'La personne qui facilite l’a fermée. Ce que vous avez écrit en dernier reste dans ce navigateur et ira sur le tableau quand la séance rouvrira.',
  'empty.name': 'Indiquez votre nom.',
  'empty.organisation': 'Indiquez le nom de votre organisation.',
  'empty.title': 'Donnez un nom à l’atelier.',
  'empty.key': 'Indiquez la clé.',
  'line-too-long': { one: 'Au maximum {count} caractère.', other: 'Au maximum {count} caractères.' },
  'line-disguised': 'Le texte contient des signes invisibles. Saisissez-le de nouveau à la main.',
  'line-refused': 'Le serveur ne l’accepte pas. Écrivez-le autrement.',
  'page-broken.title': 'Cette page ne fonctionne plus',
  'page-broken.text': 'Ce qui est enregistré est en sécurité. Rechargez la page pour continuer.',
};
