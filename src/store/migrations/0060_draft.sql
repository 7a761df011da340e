-- A draft knows the page that shows its form; a session's forms are known by their token for some days after it ended.
-- Both tables hold nothing that lasts, so they begin anew with their new shape: everybody signs in again.
DROP TABLE draft;
CREATE TABLE draft (
    {authority}
    staff_id {id} NOT NULL,
    form     {text} NOT NULL,
    subject  {text} NOT NULL,
    page     {text} NOT NULL,
    fields   {text} NOT NULL,
    saved_at {instant} NOT NULL,
    PRIMARY KEY ({tenant} staff_id, form, subject)
) {strict};
CREATE INDEX draft_by_age ON draft ({tenant} saved_at, staff_id, form, subject);

DROP TABLE session;
CREATE TABLE session (
    {authority}
    token_hash {bytes} NOT NULL,
    form_hash  {bytes} NOT NULL,
    staff_id   {id} NOT NULL,
    started_at {instant} NOT NULL,
    seen_at    {instant} NOT NULL,
    ends_at    {instant} NOT NULL,
    PRIMARY KEY ({tenant} token_hash)
) {strict};
CREATE INDEX session_by_staff ON session ({tenant} staff_id, token_hash);
CREATE INDEX session_by_form ON session ({tenant} form_hash, token_hash);
