-- What whoever reported was told: the receipt, the outcome, or why nobody could be.
CREATE TABLE reporter_answer (
    {authority}
    id {id} NOT NULL,
    contact {id} NOT NULL,
    what {text} NOT NULL,
    who {text} NOT NULL,
    how {text},
    told_at {instant} NOT NULL,
    recorded_at {instant} NOT NULL,
    told_by {id} NOT NULL,
    said {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX reporter_answer_by_contact ON reporter_answer ({tenant} contact, told_at, id);
