-- How well a player plays each build, as build=1 to 3 where it is not 3, and the builds whose gear they still miss.
ALTER TABLE squads_entries ADD COLUMN proficiency TEXT NOT NULL DEFAULT '';
ALTER TABLE squads_entries ADD COLUMN gear_missing TEXT NOT NULL DEFAULT '';
