-- A page of what failed, or of what waits, without sorting all of it.
CREATE INDEX webhooks_deliveries_by_state ON webhooks_deliveries (webhook, state, id);

-- What was queued for a webhook while it was deleted.
DELETE FROM webhooks_deliveries WHERE webhook NOT IN (SELECT id FROM webhooks_endpoints);
