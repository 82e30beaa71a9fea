INSERT INTO squads_rosters (id, owner, team_id, name, created_at, updated_at, version)
VALUES ('0199a000-0000-7000-8000-000000000002', 'account-1', '', 'Reset night', 1760000000000, 1760000000000, 1);

INSERT INTO squads_entries (id, roster_id, player, player_lower, builds, note, present)
VALUES ('0199a000-0000-7000-8000-000000000003', '0199a000-0000-7000-8000-000000000002', 'Zojja', 'zojja',
    'night-watch-firebrand', 'late', 1);
