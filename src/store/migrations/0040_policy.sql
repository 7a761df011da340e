-- The authority's own policies, each whole and as it was applied: what decided the length of a clock stays readable.
CREATE TABLE applied_policy (
    {authority}
    id {id} NOT NULL,
    from_date {date} NOT NULL,
    hash {text} NOT NULL,
    text {text} NOT NULL,
    applied_by {id} NOT NULL,
    applied_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
-- A session that serves nobody may ask whose records there are, and sees nothing else of anybody.
--postgres CREATE POLICY ask_whose ON authority FOR SELECT USING (nullif(current_setting('kith.authority', true), '') IS NULL);
