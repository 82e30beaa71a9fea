INSERT INTO webhooks_endpoints (id, name, kind, shown_url, sealed_url, sealed_secret, events, visibility, state, reason,
    failing_since, failures, dropped, delivered_at, created_by, created_at, updated_at, version)
VALUES ('0199a000-0000-7000-8000-000000000001', 'War room', 'json', 'https://hooks.example/', 'sealed', 'sealed',
    'build-saved', 'public', 'paused', '', NULL, 0, 0, NULL, 'admin', 1760000000000, 1760000000000, 1);

INSERT INTO webhooks_deliveries (id, webhook, event_type, event_id, body, state, attempts, due_at, claim, created_at,
    finished_at, status, outcome, answer, millis)
VALUES ('0199a000-0000-7000-8000-000000000002', '0199a000-0000-7000-8000-000000000001', 'build-saved', 'e1', '{}',
    'delivered', 1, 1760000000000, '', 1760000000000, 1760000001000, 204, 'delivered', '', 12);

-- Its webhook was deleted while it was queued; version 2 takes it away.
INSERT INTO webhooks_deliveries (id, webhook, event_type, event_id, body, state, attempts, due_at, claim, created_at,
    outcome, answer, millis)
VALUES ('0199a000-0000-7000-8000-000000000003', '0199a000-0000-7000-8000-00000000000f', 'build-saved', 'e2', '{}',
    'waiting', 0, 1760000000000, '', 1760000000000, '', '', 0);
