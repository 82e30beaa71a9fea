/**
 * The server explains itself in English. These are its sentences for French readers: of problems by their type, of
 * fields by what the English says. What is not here is shown as it came.
 */

/** @type {Record<string, string>} */
const problems = {
  'account-disabled': 'Ce compte a été désactivé : adressez-vous à un administrateur de votre guilde.',
  busy: 'Trop de personnes se connectent en même temps. Réessayez dans quelques secondes.',
  'catalogue-sync-off':
    'Ce serveur ne peut pas interroger l’API officielle : réglez catalogue.sync sur daily ou weekly, puis redémarrez-le.',
  'challenge-ended': 'Cette connexion a pris trop de temps, a rencontré trop de codes faux ou est terminée : recommencez.',
  'code-wrong': 'Ce code n’est pas, ou plus, valable : attendez le suivant, ou prenez un code de récupération.',
  'credentials-wrong': 'Aucun compte n’a ce nom et ce mot de passe : vérifiez les deux.',
  'email-taken': 'Un compte a déjà cet e-mail : connectez-vous, ou prenez-en un autre.',
  'factor-on': 'Un second facteur est déjà activé : retirez-le d’abord pour en activer un autre.',
  'game-busy': 'Trop de personnes interrogent le jeu en ce moment. Réessayez dans quelques secondes.',
  'game-key-expired': 'Votre clé du jeu a expiré : donnez-en une autre, avec account, characters et builds.',
  'game-key-missing': 'Vous n’avez pas donné de clé du jeu : donnez-en une, avec account, characters et builds.',
  'game-key-refused':
    'Le jeu n’accepte pas cette clé : elle est fausse, expirée, supprimée, ou permet trop peu. Donnez-en une autre.',
  'game-key-unreadable': 'Ce serveur ne peut plus lire votre clé du jeu : donnez-la de nouveau.',
  'game-keys-locked': 'Le fichier de clés du serveur est inutilisable : adressez-vous à son administrateur.',
  'game-keys-off': 'Ce serveur ne prend pas de clés du jeu : son administrateur peut l’activer avec catalogue.keys.',
  'import-running': 'Un import de vos builds est en cours : attendez qu’il finisse.',
  'invite-needed': 'Cette guilde prend ses membres sur invitation : demandez-en une à un administrateur.',
  'invite-wrong': 'Cette invitation n’est pas, ou plus, valable : demandez-en une autre à un administrateur.',
  'job-running': 'Cette tâche tourne déjà : attendez qu’elle finisse.',
  'last-administrator': 'C’est le dernier administrateur : nommez-en d’abord un autre.',
  'last-way-in': 'C’est la dernière manière d’entrer dans votre compte : liez-en d’abord une autre.',
  'password-unset': 'Votre compte n’a pas encore de mot de passe : définissez-en un d’abord, sur la page Compte.',
  'sign-in-again':
    'Le premier mot de passe se définit dans les dix minutes qui suivent la connexion : déconnectez-vous, reconnectez-vous, puis définissez-le.',
  'name-taken': 'Quelqu’un vient de prendre cet e-mail ou ce nom : choisissez-en un autre.',
  'no-jobs': 'Ce serveur ne lance aucune tâche : son journal dit pourquoi.',
  'not-yours': 'Seul son propriétaire peut modifier ce build.',
  'official-api-odd': 'Le jeu n’a pas donné de clé réduite : rien n’a été gardé. Réessayez demain.',
  'official-api-unavailable': 'Le jeu ne répond pas en ce moment : rien n’a été changé. Réessayez plus tard.',
  'password-too-long': 'Un mot de passe a 256 caractères au plus : prenez-en un plus court.',
  'registration-closed': 'Cette guilde ne prend pas d’inscriptions : adressez-vous à un administrateur.',
  'session-ended': 'Cette session est terminée : reconnectez-vous.',
  'setup-done': 'Le premier administrateur existe déjà : connectez-vous.',
  'setup-needed': 'Ce serveur n’a pas encore d’administrateur : les inscriptions ouvriront ensuite.',
  'setup-token-wrong': 'Ce jeton n’est pas, ou plus, valable : redémarrez le serveur pour en obtenir un autre.',
  'sign-in-needed': 'Connectez-vous d’abord.',
  'too-many-codes': 'Trop de codes faux : attendez, ou prenez un code de récupération.',
  'too-many-invites': 'Trop d’invitations sont en cours : retirez-en une.',
  'too-many-tokens': 'Un compte a 20 jetons au plus : supprimez-en un.',
  'username-taken': 'Quelqu’un porte déjà ce nom : choisissez-en un autre.',
};

/** @type {[RegExp, string][]} */
const fields = [
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
  return problems[type.split(/[:/]/).at(-1) ?? ''];
}

/** @param {string} detail */
export function fieldInFrench(detail) {
  const found = fields.find(([pattern]) => pattern.test(detail));
  return found ? detail.match(found[0])[0].replace(found[0], found[1]) : detail;
}
