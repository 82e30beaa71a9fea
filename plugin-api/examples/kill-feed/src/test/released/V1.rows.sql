INSERT INTO kill_feed_readings (id, at, match_id, red, blue, green)
VALUES ('0199a000-0000-7000-8000-000000000001', 1760000000000, '2-1', 120, 80, 95);

-- A match that has begun anew counts from nothing.
INSERT INTO kill_feed_readings (id, at, match_id, red, blue, green)
VALUES ('0199a000-0000-7000-8000-000000000002', 1760000900000, '2-1', 0, 0, 0);
