-- What agencies said after a strategy discussion, and who interprets for the family in an emergency.
CREATE TABLE strategy_addition (
    {authority}
    id {id} NOT NULL,
    discussion {id} NOT NULL,
    agency {text} NOT NULL,
    who {text} NOT NULL,
    said_on {date} NOT NULL,
    said {text} NOT NULL,
    added_by {id} NOT NULL,
    added_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX strategy_addition_by_discussion ON strategy_addition ({tenant} discussion);

ALTER TABLE strategy_discussion ADD COLUMN interpreted_by {text} NOT NULL DEFAULT 'not_said';
ALTER TABLE strategy_discussion ADD COLUMN interpreter {text} NOT NULL DEFAULT '';
ALTER TABLE strategy_discussion ADD COLUMN relative_interprets_why {text} NOT NULL DEFAULT '';
ALTER TABLE enquiry_step ADD COLUMN interpreted_by {text} NOT NULL DEFAULT 'not_said';
ALTER TABLE enquiry_step ADD COLUMN interpreter {text} NOT NULL DEFAULT '';
ALTER TABLE enquiry_step ADD COLUMN relative_interprets_why {text} NOT NULL DEFAULT '';
