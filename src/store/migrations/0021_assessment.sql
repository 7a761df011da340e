-- Assessments: the whole, each child's part, and each parent's own account.
CREATE TABLE assessment (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    worker {id} NOT NULL,
    team {id} NOT NULL,
    started_on {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    review_point {date} NOT NULL,
    reviewed_on {date},
    review_note {text} NOT NULL,
    purpose {text} NOT NULL,
    culture_religion_language {text} NOT NULL,
    strengths {text} NOT NULL,
    difficulties {text} NOT NULL,
    already_helps {text} NOT NULL,
    parenting_capacity {text} NOT NULL,
    family_and_environment {text} NOT NULL,
    professionals {text} NOT NULL,
    no_parent_known {text} NOT NULL,
    state {text} NOT NULL,
    submitted_by {id} NOT NULL,
    submitted_at {instant},
    signed_off_by {id} NOT NULL,
    signed_off_at {instant},
    sign_off_reasons {text} NOT NULL,
    authorised_without {text} NOT NULL,
    override_reason {text} NOT NULL,
    stopped_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};

CREATE TABLE assessment_child (
    {authority}
    id {id} NOT NULL,
    assessment {id} NOT NULL,
    child {id} NOT NULL,
    referral {id} NOT NULL,
    counts_from {date} NOT NULL,
    seen {text} NOT NULL,
    seen_on {date},
    not_seen_why {text} NOT NULL,
    voice {text} NOT NULL,
    observation {text} NOT NULL,
    voice_missing_why {text} NOT NULL,
    development {text} NOT NULL,
    analysis {text} NOT NULL,
    grounds {text} NOT NULL,
    factors {text} NOT NULL,
    outcome {text},
    outcome_reasons {text} NOT NULL,
    help_offered {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX assessment_child_by_assessment ON assessment_child ({tenant} assessment, id);
CREATE INDEX assessment_child_by_child ON assessment_child ({tenant} child, id);

CREATE TABLE parent_account (
    {authority}
    id {id} NOT NULL,
    assessment {id} NOT NULL,
    person {id} NOT NULL,
    spoken_on {date},
    account {text} NOT NULL,
    not_obtained_why {text} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX parent_account_by_assessment ON parent_account ({tenant} assessment, id);
