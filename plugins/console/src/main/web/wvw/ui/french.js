import { typeset } from './i18n.js';

/**
 * The server explains itself in English. These are its sentences for French readers: of problems by their type, of
 * fields by what the English says. What is not here is shown as it came.
 */

/** @type {Record<string, string>} */
const problems = {
  'account-disabled': 'Ce compte a été désactivé : adressez-vous à un administrateur de votre guilde.',
  'account-unknown': 'Personne ici n’a votre nom d’utilisateur : demandez une invitation à un administrateur de votre guilde.',
  'backup-busy': 'Autre chose se fait déjà avec les sauvegardes : attendez que ce soit terminé.',
  'backup-folder': 'Le serveur ne peut pas se servir du dossier des sauvegardes : l’opérateur en trouve la raison dans le journal.',
  'backup-needed': 'C’est la dernière sauvegarde vérifiée : faites-en une autre avant de la supprimer.',
  busy: 'Trop de personnes se connectent en même temps. Réessayez dans quelques secondes.',
  cancelled: 'Vous avez annulé ce calcul, ou en avez lancé un autre du même nom.',
  'catalogue-sync-off':
    'Ce serveur ne peut pas interroger l’API officielle : réglez catalogue.sync sur daily ou weekly, puis redémarrez-le.',
  'challenge-ended': 'Cette connexion a pris trop de temps, a rencontré trop de codes faux ou est terminée : recommencez.',
  'code-wrong': 'Ce code n’est pas, ou plus, valable : attendez le suivant, ou prenez un code de récupération.',
  conflict: 'Cela contredit ce qui existe déjà : relisez l’état actuel, puis réessayez.',
  'credentials-wrong': 'Aucun compte n’a ce nom et ce mot de passe : vérifiez les deux.',
  'disk-full': 'Le disque du serveur est plein : rien ne peut être enregistré tant qu’il n’y a pas de place.',
  'email-taken': 'Un compte a déjà cet e-mail : connectez-vous, ou prenez-en un autre.',
  'factor-not-begun': 'Aucune activation n’attend son code : recommencez l’activation du second facteur.',
  'factor-off': 'Aucun second facteur n’est activé : il n’y a rien à changer.',
  'factor-on': 'Un second facteur est déjà activé : retirez-le d’abord pour en activer un autre.',
  forbidden: 'Votre rôle ne le permet pas : demandez-le à un administrateur.',
  'game-busy': 'Trop de personnes interrogent le jeu en ce moment. Réessayez dans quelques secondes.',
  'game-key-expired': 'Votre clé du jeu a expiré : donnez-en une autre, avec account, characters et builds.',
  'game-key-missing': 'Vous n’avez pas donné de clé du jeu : donnez-en une, avec account, characters et builds.',
  'game-key-refused':
    'Le jeu n’accepte pas cette clé : elle est fausse, expirée, supprimée, ou permet trop peu. Donnez-en une autre.',
  'game-key-unreadable': 'Ce serveur ne peut plus lire votre clé du jeu : donnez-la de nouveau.',
  'game-keys-locked': 'Le fichier de clés du serveur est inutilisable : adressez-vous à son administrateur.',
  'game-keys-off': 'Ce serveur ne prend pas de clés du jeu : son administrateur peut l’activer avec catalogue.keys.',
  gone: 'Ce que cette demande avait créé a été supprimé entre-temps : envoyez-en une nouvelle.',
  'idempotency-key-reused': 'Une autre demande a déjà porté cette clé : rechargez la page, puis réessayez.',
  'import-running': 'Un import de vos builds est en cours : attendez qu’il finisse.',
  incomplete: 'La demande s’est interrompue avant la fin : envoyez-la de nouveau.',
  'invite-needed': 'Cette guilde prend ses membres sur invitation : demandez-en une à un administrateur.',
  'invite-wrong': 'Cette invitation n’est pas, ou plus, valable : demandez-en une autre à un administrateur.',
  'job-running': 'Cette tâche tourne déjà : attendez qu’elle finisse.',
  'last-administrator': 'C’est le dernier administrateur : nommez-en d’abord un autre.',
  'last-owner': 'Il faut un propriétaire à une équipe : nommez-en d’abord un autre, ou supprimez l’équipe.',
  'last-way-in': 'C’est la dernière manière d’entrer dans votre compte : liez-en d’abord une autre.',
  'logs-busy':
    'Trop de lecteurs sont dans les journaux : fermez une autre page qui les suit, ou réessayez dans un instant.',
  'member-already': 'Il fait déjà partie de l’équipe : changez plutôt son rôle.',
  'name-taken': 'Quelqu’un vient de prendre cet e-mail ou ce nom : choisissez-en un autre.',
  nul: 'L’adresse contient un NUL (%00) après son point d’interrogation : retirez-le.',
  'no-jobs': 'Ce serveur ne lance aucune tâche : son journal dit pourquoi.',
  'no-secret': 'Les webhooks de Discord n’ont pas de secret, leur adresse en est un : créez-en un nouveau là-bas.',
  'not-yours': 'Seul son propriétaire peut modifier ce build.',
  'official-api-odd': 'Le jeu n’a pas donné de clé réduite : rien n’a été gardé. Réessayez demain.',
  'official-api-unavailable': 'Le jeu ne répond pas en ce moment : rien n’a été changé. Réessayez plus tard.',
  'optimiser-busy': 'Trop d’escouades se résolvent en ce moment. Réessayez dans quelques secondes.',
  'origin-wrong': 'Une session de navigateur ne sert que depuis les pages du serveur : ouvrez-les.',
  'own-factor': 'C’est votre propre second facteur : retirez-le avec votre mot de passe et un code, dans votre compte.',
  'own-password': 'C’est votre propre compte : changez son mot de passe sur la page Compte.',
  'password-link-wrong': 'Ce lien n’est pas, ou plus, valable : demandez-en un autre à un administrateur.',
  'password-too-long': 'Un mot de passe a 256 caractères au plus : prenez-en un plus court.',
  'password-unset': 'Votre compte n’a pas encore de mot de passe : définissez-en un d’abord, sur la page Compte.',
  'plugin-needed':
    'Le serveur ne démarre pas sans ce plugin, ou personne ne pourrait l’activer à nouveau ici : « gw2 plugins disable » sur le serveur dit ce qu’il en est.',
  'plugin-settled': 'Les réglages du serveur en décident autrement : voyez plugins.disabled et plugins.required.',
  'plugin-too-late':
    'Cela prend trop de temps et a été abandonné ; la modification a pu se faire quand même. Vérifiez, puis réessayez plus tard.',
  'profession-unknown':
    'Cette version de WvW Builder ne connaît pas la profession de ce personnage : installez-en une plus récente.',
  'registration-closed': 'Cette guilde ne prend pas d’inscriptions : adressez-vous à un administrateur.',
  'roster-full': 'Un effectif a 500 joueurs au plus : retirez ceux qui ont quitté la guilde.',
  'scope-missing':
    'Ce jeton personnel ne le permet pas : créez-en un avec la portée voulue, ou connectez-vous avec votre mot de passe.',
  'session-ended': 'Cette session est terminée : reconnectez-vous.',
  'setup-done': 'Le premier administrateur existe déjà : connectez-vous.',
  'setup-needed': 'Ce serveur n’a pas encore d’administrateur : les inscriptions ouvriront ensuite.',
  'setup-token-wrong': 'Ce jeton n’est pas, ou plus, valable : redémarrez le serveur pour en obtenir un autre.',
  'sign-in-again':
    'Le premier mot de passe se définit dans les dix minutes qui suivent la connexion : déconnectez-vous, reconnectez-vous, puis définissez-le.',
  'sign-in-needed': 'Connectez-vous d’abord.',
  stopped: 'Le serveur a arrêté ce calcul. Réessayez.',
  'team-full': 'Une équipe a 500 membres au plus : retirez ceux qui ont quitté la guilde.',
  'team-role-needed': 'Votre rôle dans l’équipe ne le permet pas : adressez-vous à l’un de ses propriétaires.',
  'too-many': 'Ce serveur a autant de webhooks qu’il en prend : supprimez-en un dont on n’a plus besoin.',
  'too-many-attempts': 'Trop d’essais. Attendez un instant, puis réessayez.',
  'too-many-codes': 'Trop de codes faux : attendez, ou prenez un code de récupération.',
  'too-many-invites': 'Trop d’invitations sont en cours : retirez-en une.',
  'too-many-rows': 'Une guilde a 500 jugements à elle au plus : supprimez-en d’abord.',
  'too-many-runs': 'Quatre de vos escouades se résolvent déjà : attendez-en une, ou annulez-la.',
  'too-many-teams': 'Une personne est dans 100 équipes au plus : quittez-en une d’abord.',
  'too-many-tokens': 'Un compte a 20 jetons au plus : supprimez-en un.',
  'user-disabled': 'Ce compte est désactivé : réactivez-le d’abord, puis créez le lien.',
  'username-taken': 'Quelqu’un porte déjà ce nom : choisissez-en un autre.',
  'webhook-paused': 'Ce webhook est en pause : reprenez-le d’abord.',
  'webhooks-locked': 'Le fichier du serveur qui scelle les webhooks est inutilisable : regardez dans son journal.',
};

/** @type {[RegExp, string][]} */
const fields = [
  [/^Lock to a subgroup from 1 to (\d+), not (\d+)/, 'Il n’y a que $1 sous-groupes, pas $2 : changez le verrou.'],
  [/^Choose a build that (.+) lists: .*/, '$1 est verrouillé sur un build qu’il ne liste pas : choisissez-en un autre.'],
  [/^Lock (.+) to subgroup 1 or not at all.*/, 'Le commandant $1 va dans le sous-groupe 1 : retirez son verrou.'],
  [/^Take (.+) off the bench.*/, '$1 ne peut pas être au banc et placé à la fois : retirez l’un des deux.'],
  [/^Keep at most five together, not all of (.+)/, 'Cinq ensemble au plus, pas tous ceux-ci : $1'],
  [/^Lock them to one subgroup, or let them part: (.+)/, 'Ensemble, mais verrouillés dans des sous-groupes différents : $1'],
  [/^Bench all of them or nobody: (.+)/, 'Tous au banc, ou personne : $1'],
  [/^Let them part: (.+) and (.+) must share.*/, '$1 et $2 doivent aussi être ensemble : retirez l’un des souhaits.'],
  [/^Lock at most five to a subgroup: (\d+) must be in subgroup (\d+)/, 'Cinq verrous par sous-groupe au plus : $1 visent le $2.'],
  [/^the id of an archetype.*/, 'un build qui existe encore et que vous pouvez voir'],
  [/^each name once: number (\d+), (.+), is the same as number (\d+)/, 'chaque nom une fois : le n° $1, $2, est le même que le n° $3'],
  [/^a player named once.*/, 'un nom qui n’est pas encore dans l’effectif'],
  [/^names, at most.*/, 'des noms, 50 000 caractères au plus'],
  [/^the team that it is to be shared with/, 'l’équipe avec laquelle la partager'],
  [/^at most 40 lower-case.*/, '40 minuscules et chiffres au plus, en mots joints par des tirets'],
  [/^from 1 to most_players/, 'de 1 au nombre de joueurs au plus'],
  [/^is needed/, 'à remplir'],
  [/^an e-?mail/, 'une adresse comme nom@exemple.org'],
  [/^3 to 32/, '3 à 32 lettres, chiffres, points, tirets ou tirets bas'],
  [/^at least (\d+) characters/, '$1 caractères au moins : quelques mots que vous seul mettriez ensemble'],
  [/^something else than/, 'autre chose que les noms du compte'],
  [/common passwords/, 'pas un mot de passe courant : les attaquants essaient ceux-là d’abord'],
  [/^1 to (\d+) characters.*/, '1 à $1 caractères, sur une seule ligne'],
  [/^at most ([\d,]+) characters.*/, '$1 caractères au plus'],
  [/^at most (\d+) tags/, '$1 étiquettes au plus'],
  [/^a key with account/, 'Il manque à cette clé account, characters ou builds : créez-en une autre avec les trois.'],
  [/^a key as the game/, 'une clé telle que la page de compte du jeu la montre, entière et sans espaces'],
  [/another kind/, 'C’est un lien d’une autre sorte : copiez celui d’un build.'],
  [/build panel|build link/, 'Ce lien est incomplet ou abîmé : recopiez-le en entier depuis le panneau des builds du jeu.'],
];

/** @param {string} type as the server names it: urn:wvw:problem:busy */
export function problemInFrench(type) {
  const said = problems[type.split(/[:/]/).at(-1) ?? ''];
  return said && typeset(said);
}

/** @param {string} detail */
export function fieldInFrench(detail) {
  const found = fields.find(([pattern]) => pattern.test(detail));
  return found ? typeset(detail.match(found[0])[0].replace(found[0], found[1])) : detail;
}
