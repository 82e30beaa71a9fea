-- What the guild says about archetypes and rule sets, where it differs from what is shipped.
CREATE TABLE squads_archetypes (
    id TEXT PRIMARY KEY,
    specialization TEXT NOT NULL,
    specialization_id INTEGER NOT NULL,
    profession TEXT NOT NULL,
    role TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    confidence TEXT NOT NULL,
    sources TEXT NOT NULL,
    judged TEXT NOT NULL,
    game_build BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE squads_rule_sets (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    french TEXT NOT NULL,
    fewest_players INTEGER NOT NULL,
    most_players INTEGER NOT NULL,
    subgroup_rules TEXT NOT NULL,
    squad_rules TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
