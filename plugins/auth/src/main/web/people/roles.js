import { words } from 'wvw/ui';

const t = words({
  member: ['Member', 'Membre'],
  commander: ['Commander', 'Commandant'],
  admin: ['Administrator', 'Administrateur'],
});

export const roles = ['member', 'commander', 'admin'];

/** @param {string} role */
export function roleName(role) {
  return roles.includes(role) ? t(role) : role;
}
