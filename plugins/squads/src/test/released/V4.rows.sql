INSERT INTO squads_compositions (id, owner, team_id, name, name_lower, rule_set, tags, notes, visibility, template, body,
    share_code, changed_by, created_at, updated_at, version)
VALUES ('0199a000-0000-7000-8000-000000000004', 'account-1', '', 'Opening', 'opening', 'night-watch', '', '', 'private', 0,
    '{}', NULL, 'account-1', 1760000000000, 1760000000000, 2);

INSERT INTO squads_history (composition_id, version, team_id, name, rule_set, tags, notes, visibility, template, body,
    changed_by, updated_at)
VALUES ('0199a000-0000-7000-8000-000000000004', 1, '', 'Opening', 'night-watch', '', '', 'private', 0, '{}', 'account-1',
    1760000000000);
