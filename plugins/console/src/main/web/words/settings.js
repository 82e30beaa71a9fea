import { locale, typeset } from 'wvw/ui';

/**
 * What a setting is for, in French, by the English that stands beside it in the server's sources: a meaning that is
 * changed there asks for new French here, and the build says so. Of a third party's plugin the English is shown.
 *
 * @type {Record<string, string>}
 */
const french = {
  // The server
  'Folder of the log files': 'Dossier des fichiers du journal',
  'Least important entries to keep: error, warning, info or debug':
    'Les entrées les moins importantes à garder : error, warning, info ou debug',
  'text for people, json for machines': 'text pour les humains, json pour les machines',
  'Days that rotated files are kept': 'Nombre de jours où les fichiers archivés sont gardés',
  'Most megabytes that all log files may take together': 'Place que tous les journaux ensemble prennent au plus, en mégaoctets',
  'Address to listen on; keep it on loopback behind a reverse proxy':
    'Adresse d’écoute ; derrière un proxy inverse, gardez la boucle locale',
  'Port to listen on; 0 picks a free one': 'Port d’écoute ; 0 en prend un de libre',
  'Addresses of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed':
    'Adresses des proxys inverses dont X-Forwarded-For et X-Forwarded-Proto sont crus',
  'Largest request body, in bytes': 'Taille maximale du corps d’une requête, en octets',
  'Largest request line and headers together, in bytes':
    'Taille maximale de la première ligne et des en-têtes d’une requête, en octets',
  'How long a connection may stay silent': 'Combien de temps une connexion peut rester muette',
  'Bytes a second that a body must arrive with; 0 for any':
    'Vitesse minimale à laquelle un corps doit arriver, en octets par seconde ; 0 : aucune',
  'Connections served at once': 'Nombre de connexions servies à la fois',
  'Folder of third-party plugins, one folder each; <data.directory>/plugins when empty':
    'Dossier des plugins de tiers, un dossier pour chacun ; <data.directory>/plugins si vide',
  'Plugins without which the server does not start': 'Plugins sans lesquels le serveur ne démarre pas',
  'Public keys whose signatures on third-party plugins count: base64, a blank, the owner\'s name':
    'Clés publiques dont la signature compte pour les plugins tiers : base64, une espace, le nom du titulaire',
  'Third-party plugins that nobody signed: refuse, or allow while you develop one':
    'Plugins tiers que personne n’a signés : refuse (refuser), ou allow (permettre) pendant que vous en développez un',
  'Calls into a plugin that take longer count as slow': 'Durée au-delà de laquelle un appel à un plugin compte comme lent',
  'How long a plugin may take to answer a request or an event':
    'Temps dont un plugin dispose pour répondre à une requête ou à un évènement',
  'How long a job of a plugin may run': 'Temps dont une tâche d’un plugin dispose',
  'Plugins that are not to be used': 'Plugins à ne pas utiliser',
  'How long a plugin may take to open, its tables not counted':
    'Temps qu’un plugin peut mettre à s’ouvrir, sans compter ses tables',
  'How long a plugin may take to close': 'Temps qu’un plugin peut mettre à se fermer',
  'Folder of the database and of everything that plugins keep':
    'Dossier de la base de données et de tout ce que les plugins gardent',
  'MiB of free disk below which the server reports itself degraded':
    'Espace disque libre, en Mio, sous lequel le serveur se déclare dégradé',
  'jdbc:postgresql://host:port/name; empty for SQLite in data.directory':
    'jdbc:postgresql://hôte:port/nom ; vide : SQLite dans data.directory',
  'PostgreSQL role': 'Rôle PostgreSQL',
  'PostgreSQL password': 'Mot de passe PostgreSQL',
  'Most connections that read at once; PostgreSQL gets as many again that write':
    'Nombre maximal de connexions qui lisent à la fois ; PostgreSQL en reçoit autant qui écrivent',
  'How long a request waits for its turn before it is told to come back':
    'Combien de temps une requête attend son tour avant d’être priée de revenir',

  // Builds
  'Whether to fetch the facts of the game from its official API: off, daily, weekly; by hand too unless off':
    'Si les données du jeu sont prises à son API officielle : off (non), daily (chaque jour), weekly (chaque semaine) ; sauf off, à la main aussi',
  'Where the official API is': 'Où se trouve l’API officielle',
  'Whether players may give keys of the game, to take over their characters\' builds: off, on':
    'Si les joueurs peuvent donner des clés du jeu pour reprendre les builds de leurs personnages : off (non), on (oui)',
  'How long a player\'s key is good for, at most a year; then it has to be given again':
    'Durée de validité de la clé d’un joueur, un an au plus ; il doit ensuite la redonner',
  'File of the secret that players\' keys are sealed with; made beside the data where there is none':
    'Fichier du secret qui scelle les clés des joueurs ; créé à côté des données s’il n’y en a pas',

  // Accounts
  'Who may create an account: open (anybody), invite (whom an administrator invites), closed':
    'Qui peut créer un compte : open (tout le monde), invite (qui est invité par un administrateur), closed (personne)',
  'Whether other plugins may sign people in, such as one for a proxy that knows them':
    'Si d’autres plugins peuvent connecter les gens, par exemple un plugin pour un proxy qui les connaît',
  'How long an access token is good, at most 15m': 'Durée de validité d’un jeton d’accès, 15m au plus',
  'How long a session lives without being used': 'Durée de vie d’une session qui ne sert pas',
  'How long a session lives at most': 'Durée de vie maximale d’une session',
  'The fewest characters of a password, 8 to 64': 'Nombre minimal de caractères d’un mot de passe, de 8 à 64',
  'Work factor of bcrypt, 10 to 16; each step doubles the time of a sign-in':
    'Coût de bcrypt, de 10 à 16 ; chaque pas double la durée d’une connexion',
  'How long the setup token of the first administrator is good':
    'Durée de validité du jeton d’installation du premier administrateur',
  'How long the audit log keeps its lines': 'Combien de temps le journal d’audit garde ses lignes',
  'File of the key that seals everything secret; nodes of one installation share it. None: master.key in the plugin\'s folder':
    'Fichier de la clé qui scelle tout ce qui est secret ; les nœuds d’une installation la partagent. Vide : master.key dans le dossier du plugin',
  'Providers to sign in with, each a table [auth.openid.<name>]':
    'Fournisseurs pour se connecter, chacun une table [auth.openid.<nom>]',
  'What the button says; the table\'s name when left out': 'Ce que dit le bouton ; à défaut, le nom de la table',
  'The issuer of OpenID Connect: https://sso.example.org/realms/guild':
    'L’émetteur OpenID Connect : https://sso.example.org/realms/guild',
  'The id that the provider gave this server': 'L’identifiant que le fournisseur a donné à ce serveur',
  'The secret that goes with it; none for a public client': 'Le secret qui va avec ; aucun pour un client public',
  'What to ask the provider for': 'Ce qui est demandé au fournisseur',
  'Without an issuer: where people sign in': 'Sans émetteur : où l’on se connecte',
  'Without an issuer: where codes become tokens': 'Sans émetteur : où les codes deviennent des jetons',
  'Without an issuer: where the person is described': 'Sans émetteur : où la personne est décrite',
  'Without an issuer: the field that names the person, for ever the same':
    'Sans émetteur : le champ qui désigne la personne, toujours le même',
  'Without an issuer: the field with the person\'s name': 'Sans émetteur : le champ où se trouve le nom de la personne',

  // Logs
  'Where to look: application, access, nginx-access, nginx-error, journal or backups':
    'Où regarder : application, access, nginx-access, nginx-error, journal ou backups',
  'Which entries count: error, warning, info, debug or any':
    'Quelles entrées comptent : error, warning, info, debug ou any (toutes)',
  'Only those that contain this; empty: all': 'Seulement celles qui contiennent ceci ; vide : toutes',
  'How many are too many': 'À partir de combien c’est trop',
  'Within what time': 'En combien de temps',
  'nginx\'s log of requests': 'Le journal des requêtes de nginx',
  'nginx\'s log of errors': 'Le journal des erreurs de nginx',
  'What backups write down': 'Ce que les sauvegardes notent',
  'The systemd unit whose journal is shown': 'L’unité systemd dont le journal est montré',
  'The program that reads the journal': 'Le programme qui lit le journal',
  'Alerts by their names: a source, and how many entries of what kind within what time':
    'Les alertes par leur nom : une source, et combien d’entrées de quelle sorte en combien de temps',

  // Health
  'Certificate whose end is watched: its PEM file, or the https address of the site':
    'Certificat dont l’expiration est surveillée : son fichier PEM, ou l’adresse https du site',

  // Webhooks
  'Receivers at home that may have a private address: nas.example, 10.0.0.5, 10.0.0.5:8080':
    'Destinataires internes qui peuvent avoir une adresse privée : nas.example, 10.0.0.5, 10.0.0.5:8080',
  'Those of them that may be reached without TLS: nas.example, 10.0.0.5':
    'Ceux d’entre eux qui peuvent être joints sans TLS : nas.example, 10.0.0.5',
  'Ports that may be reached, beside those named under allow':
    'Ports qui peuvent être joints, en plus de ceux nommés sous allow',
  'How long one attempt may take': 'Durée maximale d’un essai',
  'Most deliveries that wait for one webhook; further ones are dropped and counted':
    'Nombre maximal d’envois en attente pour un webhook ; les suivants sont abandonnés et comptés',
  'How long finished deliveries are kept': 'Combien de temps les envois terminés sont gardés',
  'File of the secret that seals webhooks; servers on one database share it. None: webhooks.secret in the plugin\'s folder':
    'Fichier du secret qui scelle les webhooks ; les serveurs d’une même base le partagent. Vide : webhooks.secret dans le dossier du plugin',

  // Backups
  'Folder of the backups and of backup.log': 'Dossier des sauvegardes et de backup.log',
  'When to make one, as in crontab: minute, hour, day, month, weekday':
    'Quand en faire une, comme dans crontab : minute, heure, jour, mois, jour de la semaine',
  'How many of the newest are kept': 'Combien des plus récentes sont gardées',
  'How many days keep their newest': 'Combien de jours gardent leur plus récente',
  'How many weeks keep their newest': 'Combien de semaines gardent leur plus récente',
  'How many months keep their newest': 'Combien de mois gardent leur plus récente',
  'How far back backup.log reaches': 'Jusqu’où remonte backup.log',
  'Places for sealed copies, each a table [backup.offsite.<name>]':
    'Lieux des copies scellées, chacun une table [backup.offsite.<nom>]',
  'The address of the storage, without the bucket: https://s3.eu-central-1.amazonaws.com':
    'L’adresse du stockage, sans le bucket : https://s3.eu-central-1.amazonaws.com',
  'The region that requests are signed for': 'La région pour laquelle les requêtes sont signées',
  'The bucket, which has to be there already': 'Le bucket, qui doit déjà exister',
  'What the names of the copies begin with, such as a folder with a slash at its end':
    'Ce par quoi commencent les noms des copies, par exemple un dossier suivi d’une barre oblique',
  'The id of the access key': 'L’identifiant de la clé d’accès',
  'File of mode 0600 with the secret of the access key. None: the credential backup-<name>-secret-key of systemd':
    'Fichier de mode 0600 avec le secret de la clé d’accès. Vide : le credential backup-<nom>-secret-key de systemd',
  'File of mode 0600 with the keys that seal the copies. None: the credential backup-<name>-sealing-key of systemd, or offsite.key in the plugin\'s folder, made when it is missing':
    'Fichier de mode 0600 avec les clés qui scellent les copies. Vide : le credential backup-<nom>-sealing-key de systemd, ou offsite.key dans le dossier du plugin, créé s’il manque',
  'What a copy is held to: content (it is read back) or size (where reading back costs too much)':
    'Ce à quoi une copie est vérifiée : content (elle est relue) ou size (là où la relire coûte trop)',
  'Whether the bucket stands in the path of an address; else before its host':
    'Si le bucket se trouve dans le chemin d’une adresse ; sinon, devant son hôte',
};

/** @param {string} english @returns {string | undefined} what a setting is for, if it is known in the reader's language */
export function meaning(english) {
  if (locale() !== 'fr') return english;
  const known = french[english];
  return known && typeset(known);
}
