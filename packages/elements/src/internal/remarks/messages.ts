/** What stands around comments, wherever they show: the bar of a workspace, an action, an actor, an item of the strategy. Both languages: they come with what needs them. */
const fr = {
  title: 'Commentaires ({count})',
  none: 'Aucun commentaire pour l’instant.',
  text: 'Votre commentaire',
  by: 'Votre fonction (jamais un nom)',
  add: 'Ajouter le commentaire',
  empty: 'Écrivez d’abord votre commentaire.',
  refused: 'Le commentaire n’a pas pu être ajouté. Il reste écrit ici\u00a0: réessayez dans un instant.',
  added: 'Commentaire ajouté.',
  remove: 'Retirer',
  removeNamed: 'Retirer le commentaire «\u00a0{text}\u00a0»',
  removed: 'Commentaire retiré.',
} satisfies Record<string, string>;

export type RemarkKey = keyof typeof fr;

const en: Readonly<Record<RemarkKey, string>> = {
  title: 'Comments ({count})',
  none: 'No comment yet.',
  text: 'Your comment',
  by: 'Your function (never a name)',
  add: 'Add the comment',
  empty: 'Write your comment first.',
  refused: 'The comment could not be added. It is still written here: try again in a moment.',
  added: 'Comment added.',
  remove: 'Remove',
  removeNamed: 'Remove the comment “{text}”',
  removed: 'Comment removed.',
};

export const REMARK_MESSAGES = { fr, en } as const;
