-- Where events are sent. The address may hold a secret, as Discord's does: it lies sealed, beside the part that may be seen.
CREATE TABLE webhooks_endpoints (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    shown_url TEXT NOT NULL,
    sealed_url TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    events TEXT NOT NULL,
    visibility TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    failing_since BIGINT,
    failures BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    delivered_at BIGINT,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- The queue and, once they are done, the record of what became of them.
CREATE TABLE webhooks_deliveries (
    id TEXT PRIMARY KEY,
    webhook TEXT NOT NULL,
    event_type TEXT NOT NULL,
    event_id TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    claim TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    status BIGINT,
    outcome TEXT NOT NULL,
    answer TEXT NOT NULL,
    millis BIGINT NOT NULL
);

CREATE INDEX webhooks_deliveries_by_due ON webhooks_deliveries (webhook, state, due_at);
CREATE INDEX webhooks_deliveries_by_age ON webhooks_deliveries (webhook, id);
