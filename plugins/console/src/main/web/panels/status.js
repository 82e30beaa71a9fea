import { html } from 'lit';
import { words } from 'wvw/ui';

const t = words({
  ok: ['OK', 'OK'],
  degraded: ['Degraded', 'Dégradé'],
  down: ['Down', 'En panne'],
  RUNNING: ['Running', 'En marche'],
  DISABLED: ['Disabled', 'Désactivé'],
  REJECTED: ['Rejected', 'Refusé'],
  FAILED: ['Failed', 'En échec'],
  FOUND: ['Found', 'Trouvé'],
  RESOLVED: ['Resolved', 'Résolu'],
  CONFIGURED: ['Configured', 'Configuré'],
  MIGRATED: ['Migrated', 'Migré'],
  OPEN: ['Open', 'Ouvert'],
  CLOSED: ['Closed', 'Fermé'],
  running: ['Running', 'En cours'],
  succeeded: ['Succeeded', 'Réussi'],
  failed: ['Failed', 'Échoué'],
  lost: ['Lost', 'Perdu'],
  never: ['Never ran', 'Jamais lancé'],
});

const LOOKS = {
  good: ['ok', 'RUNNING', 'succeeded'],
  bad: ['down', 'REJECTED', 'FAILED', 'failed', 'lost'],
  warn: ['degraded', 'CLOSED'],
};

/** A state as a tag: its word and its colour. @param {string} state */
export function statusTag(state) {
  const look = Object.keys(LOOKS).find((name) => LOOKS[name].includes(state)) ?? '';
  const icon = { good: 'check', bad: 'warning', warn: 'warning' }[look];
  return html`<span class="tag ${look}">${icon ? html`<wvw-icon name=${icon}></wvw-icon>` : ''}${t(state)}</span>`;
}
