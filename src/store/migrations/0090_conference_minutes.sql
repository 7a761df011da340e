-- The minutes of a conference: when they were written, to whom they went, and what is about one child alone.
ALTER TABLE conference ADD COLUMN minutes_written_at {instant};
ALTER TABLE conference ADD COLUMN minutes_sent_on {date};
ALTER TABLE conference ADD COLUMN minutes_sent_to {text} NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN minutes_sent_how {text} NOT NULL DEFAULT '';
ALTER TABLE conference_child ADD COLUMN minutes {text} NOT NULL DEFAULT '';
