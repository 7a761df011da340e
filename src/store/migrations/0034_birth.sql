-- Twins: whose history a child has inherited.
CREATE TABLE inherited_history (
    {authority}
    id {id} NOT NULL,
    child {id} NOT NULL,
    from_person {id} NOT NULL,
    until_at {instant} NOT NULL,
    why {text} NOT NULL,
    recorded_by {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX inherited_history_by_child ON inherited_history ({tenant} child);
