-- Police protection and emergency protection orders: powers that run out at an hour.
CREATE TABLE emergency_protection (
    {authority}
    id {id} NOT NULL,
    version {int} NOT NULL,
    child {id} NOT NULL,
    power {text} NOT NULL,
    began_at {instant} NOT NULL,
    enquiry {id} NOT NULL,
    recorded_by {id} NOT NULL,
    recorded_at {instant} NOT NULL,
    owner {id} NOT NULL,
    police {text} NOT NULL,
    court {text} NOT NULL,
    court_route {text} NOT NULL,
    order_decision {text} NOT NULL,
    order_why {text} NOT NULL,
    order_decided_by {id} NOT NULL,
    order_decided_at {instant},
    sealed_until {instant},
    asked_for_by_police {text} NOT NULL,
    extended_until {instant},
    ended_at {instant},
    end_reason {text},
    ended_why {text} NOT NULL,
    ended_by {id} NOT NULL,
    PRIMARY KEY ({tenant} id)
) {strict};
CREATE INDEX emergency_protection_by_child ON emergency_protection ({tenant} child, began_at, id);
-- What runs now, for the handover list: its number follows the night and not the years.
CREATE INDEX emergency_protection_open ON emergency_protection ({tenant} began_at, id) WHERE ended_at IS NULL;
