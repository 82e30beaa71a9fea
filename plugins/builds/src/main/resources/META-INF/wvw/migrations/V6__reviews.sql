-- The builds that are to be looked at after a patch are few: each list of them has an index of its own.
CREATE INDEX builds_reviews_by_owner ON builds_builds (owner, updated_at, id) WHERE needs_review = 1;
CREATE INDEX builds_reviews_public ON builds_builds (updated_at, id) WHERE needs_review = 1 AND visibility = 'public';
CREATE INDEX builds_reviews_by_team ON builds_builds (team, updated_at, id) WHERE needs_review = 1 AND team IS NOT NULL;
