import type { pictures as source } from '../en/pictures.ts';
import type { Translation } from '../message.ts';

export const pictures: Translation<typeof source> = {
  tool: 'Image',
  waiting: 'En attente',
  sending: 'Envoi : {percent} %',
  drawing: 'Presque fini',
  progress: 'Avancement de {name}',
  stop: 'Arrêter',
  retry: 'Réessayer',
  remove: 'Retirer',
  describe: 'Décrire',
  described: 'Description',
  describeHint: 'Que voit-on ? Ce texte est lu à qui ne voit pas l’image.',
  done: 'Terminer',
  crop: 'Recadrer',
  toolbar: 'Image',
  waitingList: 'Images en route',
  'fault-offline': 'Pas de connexion. L’image attend ici.',
  'fault-busy': 'Le serveur est très occupé. L’image attend ici.',
  'fault-failed': 'Le serveur n’a pas pris l’image. Elle attend ici.',
  'fault-not-allowed': 'Vous ne pouvez pas placer d’images sur ce tableau pour le moment.',
  'fault-too-large': 'Cette image dépasse 10 Mo.',
  'fault-kind': 'Ce n’est pas une image PNG, JPEG, WebP ou GIF.',
  'fault-broken': 'Cette image ne peut pas être lue.',
  'fault-board-full': 'Ce tableau a 300 images. Supprimez-en, il y aura de la place.',
};
