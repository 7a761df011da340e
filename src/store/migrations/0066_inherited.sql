-- What was brought over from another system's file instead of being recorded here.
CREATE TABLE inherited (
    {authority}
    record {id} NOT NULL,
    child {id} NOT NULL,
    about {text} NOT NULL,
    source {text} NOT NULL,
    line {int} NOT NULL,
    not_known {text} NOT NULL,
    plans_before {int},
    brought_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} record)
) {strict};
CREATE INDEX inherited_by_child ON inherited ({tenant} child);
