-- The note that those who work at night and at weekends leave for the day; and what the handover list reads.
CREATE TABLE out_of_hours_note (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    happened {text} NOT NULL,
    needed {text} NOT NULL,
    about {text} NOT NULL,
    record {id} NOT NULL,
    written_by {id} NOT NULL,
    written_at {instant} NOT NULL,
    read_by {id} NOT NULL,
    read_at {instant},
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX out_of_hours_note_by_child ON out_of_hours_note ({tenant} child, written_at, id);

CREATE INDEX section47_enquiry_open ON section47_enquiry ({tenant} started_on, id)
    WHERE state IN ('open', 'with_manager');
CREATE INDEX interim_safety_plan_running ON interim_safety_plan ({tenant} reviewed_by, id) WHERE ended_at IS NULL;
CREATE INDEX strategy_discussion_by_time ON strategy_discussion ({tenant} held_at, id);
