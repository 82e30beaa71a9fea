-- The tables of the original as its models make them, with what real databases hold, and with faults.
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE roles (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, description TEXT, permission_level INTEGER NOT NULL, is_default BOOLEAN NOT NULL, created_at DATETIME, updated_at DATETIME);
CREATE TABLE users (id INTEGER PRIMARY KEY, username VARCHAR NOT NULL UNIQUE, email VARCHAR NOT NULL UNIQUE, hashed_password VARCHAR NOT NULL, full_name VARCHAR, is_active BOOLEAN NOT NULL, is_superuser BOOLEAN NOT NULL, created_at DATETIME, updated_at DATETIME);
CREATE TABLE user_roles (user_id INTEGER NOT NULL REFERENCES users (id), role_id INTEGER NOT NULL REFERENCES roles (id), PRIMARY KEY (user_id, role_id));
CREATE TABLE professions (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE);
CREATE TABLE elite_specializations (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL, profession_id INTEGER NOT NULL);
CREATE TABLE teams (id INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL, description VARCHAR(500), status VARCHAR(8) NOT NULL, is_public BOOLEAN NOT NULL, owner_id INTEGER NOT NULL REFERENCES users (id), created_at DATETIME, updated_at DATETIME);
CREATE TABLE team_members (team_id INTEGER NOT NULL, user_id INTEGER NOT NULL, role VARCHAR(7) NOT NULL, is_admin BOOLEAN NOT NULL, is_active BOOLEAN NOT NULL, created_at DATETIME, updated_at DATETIME, PRIMARY KEY (team_id, user_id));
CREATE TABLE builds (id INTEGER PRIMARY KEY, name VARCHAR(100), description TEXT, game_mode VARCHAR(20), team_size INTEGER, is_public BOOLEAN, created_by_id INTEGER NOT NULL REFERENCES users (id), created_at DATETIME, updated_at DATETIME, config JSON NOT NULL, constraints JSON, team_id INTEGER REFERENCES teams (id));
CREATE TABLE build_professions (id INTEGER PRIMARY KEY, build_id INTEGER NOT NULL, profession_id INTEGER NOT NULL, created_at DATETIME, updated_at DATETIME);
CREATE TABLE compositions (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(255) NOT NULL, description TEXT, squad_size INTEGER NOT NULL, is_public BOOLEAN NOT NULL, status VARCHAR(50) NOT NULL, game_mode VARCHAR(50) NOT NULL, created_by INTEGER NOT NULL, created_at DATETIME, updated_at DATETIME, build_id INTEGER, team_id INTEGER);
CREATE TABLE composition_members (composition_id INTEGER NOT NULL, user_id INTEGER NOT NULL, role_id INTEGER, profession_id INTEGER, elite_specialization_id INTEGER, notes TEXT, created_at DATETIME, updated_at DATETIME, PRIMARY KEY (composition_id, user_id));
CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, description TEXT, category VARCHAR);
CREATE TABLE composition_tags (id INTEGER PRIMARY KEY, composition_id INTEGER NOT NULL, tag_id INTEGER NOT NULL);
CREATE TABLE tokens (id INTEGER PRIMARY KEY, token VARCHAR NOT NULL);
INSERT INTO alembic_version VALUES ('a1');
INSERT INTO roles VALUES (1, 'user', NULL, 0, 1, NULL, NULL), (2, 'moderator', NULL, 5, 0, NULL, NULL);
INSERT INTO users VALUES
    (1, 'frontend', 'frontend@user.com', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', 'Front End', 1, 1, '2025-10-01 18:30:00.123456', NULL),
    (2, 'bob', 'bob@example.org', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', NULL, 1, 0, '2025-10-02 18:30:00', '2025-10-03 08:00:00+00:00'),
    (3, 'Éva Müller', 'eva@example.org', '$2a$10$xSkSsggGQTK6x7Sor69KRuPEH03IefuI3iC28tl2ReJqPiei7UYuK', NULL, 1, 0, NULL, NULL),
    (4, 'nomail', 'not an address', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', NULL, 1, 0, '2025-10-04 18:30:00', NULL),
    (5, 'gone', 'gone@example.org', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', NULL, 0, 0, 'yesterday', NULL),
    (6, 'argon', 'argon@example.org', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA', NULL, 1, 0, '2025-10-05 18:30:00', NULL),
    (7, CAST(X'62e97274' AS TEXT), 'bert@example.org', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', NULL, 1, 0, '2025-10-06 18:30:00', NULL),
    (8, 'BOB', 'bob2@example.org', '$2b$12$1.XtLp7.VO.UvcUcL0NDJeD.UT/o4dlHg29wDtN6WmFCVVofnoJjS', NULL, 1, 0, '2025-10-07 18:30:00', NULL);
INSERT INTO user_roles VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO professions VALUES (1, 'Guardian'), (2, 'Warrior'), (6, 'Elementalist');
INSERT INTO elite_specializations VALUES (1, 'Firebrand', 1);
INSERT INTO teams VALUES (1, 'Night watch', 'The late shift', 'ACTIVE', 1, 1, '2025-10-08 20:00:00', NULL), (2, 'Orphans', NULL, 'ACTIVE', 0, 4, '2025-10-08 21:00:00', NULL);
INSERT INTO team_members VALUES (1, 2, 'OFFICER', 0, 1, NULL, NULL), (1, 3, 'MEMBER', 0, 1, NULL, NULL), (1, 5, 'MEMBER', 0, 0, NULL, NULL), (1, 4, 'MEMBER', 0, 1, NULL, NULL);
INSERT INTO builds VALUES
    (1, 'Zerg hammer', 'For the zerg', 'wvw', 30, 1, 1, '2025-10-09 20:00:00', NULL, '{"weapons": ["Greatsword", "Staff"], "traits": ["Dragonhunter", "Zeal", "Radiance"], "skills": ["Merciful Intervention", "Sword of Justice"]}', '{"min_healers": 1}', NULL),
    (2, 'Linked', NULL, 'wvw', 5, 0, 2, '2025-10-09 21:00:00', NULL, '{"chat_link": "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]"}', NULL, NULL),
    (3, 'Broken link', NULL, 'wvw', 5, 0, 2, '2025-10-09 22:00:00', NULL, '{"chat_link": "[&DQYfLSkaOC=]", "profession": "Elementalist"}', NULL, NULL),
    (4, 'Nobody''s', NULL, 'wvw', 5, 1, 999, '2025-10-09 23:00:00', NULL, '{"traits": ["Zeal"]}', NULL, NULL),
    (5, 'No profession', NULL, 'wvw', 5, 1, 2, '2025-10-10 20:00:00', NULL, '{}', NULL, NULL),
    (6, NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL, '{}', NULL, NULL),
    (7, replace(hex(zeroblob(300)), '00', 'x'), replace(hex(zeroblob(60000)), '00', 'é'), 'wvw', 5, 0, 3, '2025-10-11 20:00:00', NULL, 'no JSON at all', NULL, 1),
    (8, 'Latin one', CAST(X'66fc72' AS TEXT), 'wvw', 5, 0, 2, '2025-10-12 20:00:00', NULL, '{}', NULL, NULL);
INSERT INTO build_professions (build_id, profession_id) VALUES (1, 2), (1, 1), (6, 2), (7, 1), (8, 1);
INSERT INTO compositions VALUES
    (1, 'Raid night', 'Everybody in', 25, 0, 'published', 'wvw', 1, '2025-10-13 20:00:00', NULL, 1, 1),
    (2, 'Lost build', NULL, 5, 1, 'draft', 'wvw', 2, '2025-10-13 21:00:00', NULL, 4, NULL),
    (3, 'Nobody''s', NULL, 5, 1, 'draft', 'wvw', 4, '2025-10-13 22:00:00', NULL, NULL, NULL);
INSERT INTO composition_members VALUES (1, 1, 1, 1, 1, 'calls the pushes', NULL, NULL), (1, 2, NULL, 2, NULL, NULL, NULL, NULL);
INSERT INTO tags VALUES (1, 'Zerg', NULL, NULL), (2, 'Tuesday', NULL, NULL);
INSERT INTO composition_tags (composition_id, tag_id) VALUES (1, 1), (1, 2);
INSERT INTO tokens VALUES (1, 'secret');
