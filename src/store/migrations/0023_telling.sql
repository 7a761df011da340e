-- What each adult and child is owed to know, and whether they have been told or given it.
CREATE TABLE telling (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    who {id} NOT NULL,
    owed {text} NOT NULL,
    about {text} NOT NULL,
    record {id} NOT NULL,
    owed_from {date} NOT NULL,
    state {text} NOT NULL,
    told_at {instant},
    recorded_at {instant},
    how {text},
    told_by {id} NOT NULL,
    format {text} NOT NULL,
    talk_through {text} NOT NULL,
    talk_through_missing {text} NOT NULL,
    left_out {text} NOT NULL,
    showing {text} NOT NULL,
    reason {text},
    reason_in_words {text} NOT NULL,
    legal_advice {text} NOT NULL,
    decided_by {id} NOT NULL,
    decided_at {instant},
    review_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX telling_by_child ON telling ({tenant} child, owed_from, id);
CREATE INDEX telling_by_record ON telling ({tenant} record, id);
