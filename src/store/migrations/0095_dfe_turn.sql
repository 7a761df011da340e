-- How a run of the daily API ended; and whose turn it is, until when: one run at a time.
ALTER TABLE dfe_run ADD COLUMN ended_how {text} NOT NULL DEFAULT 'done';

CREATE TABLE dfe_turn (
    {authority}
    what {text} NOT NULL,
    run {id} NOT NULL,
    kind {text} NOT NULL,
    run_by {text} NOT NULL,
    since {instant} NOT NULL,
    until {instant} NOT NULL,
    PRIMARY KEY ({tenant} what)
) {strict};
