-- Pre-proceedings: from the legal planning meeting to the decision that ends them, and the meetings between.
CREATE TABLE pre_proceedings (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    decided_on {date} NOT NULL,
    decided_by {id} NOT NULL,
    worries {text} NOT NULL,
    alternatives {text} NOT NULL,
    legal_advice {text} NOT NULL,
    family_meeting {text} NOT NULL,
    family_meeting_words {text} NOT NULL,
    state {text} NOT NULL,
    letter_sent_on {date},
    concerns {text} NOT NULL,
    help_given {text} NOT NULL,
    must_change {text} NOT NULL,
    lawyers {text} NOT NULL,
    meeting_offered {text} NOT NULL,
    family_meeting_on {date},
    ended_on {date},
    end_reason {text},
    ended_why {text} NOT NULL,
    no_letter_why {text} NOT NULL,
    ended_by {id} NOT NULL,
    applied_on {date},
    court_letter_on {date},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX pre_proceedings_by_child ON pre_proceedings ({tenant} child, decided_on, id);

CREATE TABLE pre_proceedings_meeting (
    {authority}
    id {id} NOT NULL,
    pre_proceedings {id} NOT NULL,
    child {id} NOT NULL,
    held_on {date} NOT NULL,
    recorded_by {id} NOT NULL,
    lawyer_came {text} NOT NULL,
    parents_view {text} NOT NULL,
    agreed {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX pre_proceedings_meeting_by_child ON pre_proceedings_meeting ({tenant} child, held_on, id);
CREATE INDEX pre_proceedings_meeting_by_process ON pre_proceedings_meeting ({tenant} pre_proceedings, held_on, id);
