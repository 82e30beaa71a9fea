INSERT INTO squads_archetypes (id, specialization, specialization_id, profession, role, capabilities, confidence, sources,
    judged, game_build, changed_by, changed_at, version)
VALUES ('night-watch-firebrand', 'Firebrand', 62, 'Guardian', 'support', 'stability=3', 'SOURCED', 'https://guild.example/',
    '2025-10-01', 100000, 'account-1', 1760000000000, 1);

INSERT INTO squads_rule_sets (id, title, french, fewest_players, most_players, subgroup_rules, squad_rules, changed_by,
    changed_at, version)
VALUES ('night-watch', 'Night Watch', 'La ronde', 1, 50, 'stability=3*10', '', 'account-1', 1760000000000, 1);
