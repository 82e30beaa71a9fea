INSERT INTO squads_teams (id, name, description, members, created_at, updated_at, version)
VALUES ('0199a000-0000-7000-8000-000000000001', 'Night Watch', 'Tuesdays at reset', 1, 1760000000000, 1760000000000, 1);

INSERT INTO squads_members (team_id, account, role, joined_at)
VALUES ('0199a000-0000-7000-8000-000000000001', 'account-1', 'owner', 1760000000000);

INSERT INTO squads_repeats (owner, idempotency_key, request_digest, made, at)
VALUES ('account-1', 'key-1', 'digest', '0199a000-0000-7000-8000-000000000001', 1760000000000);
