-- The conferences that somebody leads are a list of their own on My work.
CREATE INDEX conference_by_chair ON conference ({tenant} chair, starts_at, id);
