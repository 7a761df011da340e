-- Children who moved here on another authority's plan; and why a co-worker left.
CREATE TABLE transfer_in (
    {authority}
    id {id} NOT NULL,
    child {id} NOT NULL,
    from_authority {text} NOT NULL,
    told_by {text} NOT NULL,
    told_on {date} NOT NULL,
    moved_on {date},
    plan_since {date},
    category {text},
    worries {text} NOT NULL,
    records {text} NOT NULL,
    safe_now {text} NOT NULL,
    recorded_by {id} NOT NULL,
    recorded_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX transfer_in_by_child ON transfer_in ({tenant} child);

ALTER TABLE child_worker ADD COLUMN ended_why {text} NOT NULL DEFAULT '';
