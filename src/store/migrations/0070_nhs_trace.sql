-- Whether an NHS number was checked to be the person's, when, and by whom or what.
ALTER TABLE person ADD COLUMN nhs_trace {text} NOT NULL DEFAULT 'untraced';
ALTER TABLE person ADD COLUMN nhs_trace_on {date};
ALTER TABLE person ADD COLUMN nhs_trace_source {text} NOT NULL DEFAULT '';
