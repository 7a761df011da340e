-- A manager's My work lists what was put to them: found without reading all that was ever decided.
CREATE INDEX assessment_with_manager ON assessment ({tenant} team, submitted_at, id) WHERE state = 'with_manager';
CREATE INDEX enquiry_with_manager ON section47_enquiry ({tenant} team, proposed_at, id) WHERE state = 'with_manager';
CREATE INDEX closure_proposed ON closure ({tenant} proposed_at, id) WHERE state = 'proposed';
CREATE INDEX closure_returned ON closure ({tenant} proposed_by, id) WHERE state = 'returned';
CREATE INDEX enquiry_returned ON section47_enquiry ({tenant} lead, id) WHERE state = 'open' AND returned_why <> '';
-- The open children of a team who have nobody, among all people, most of whom never have a worker.
CREATE INDEX person_by_team_and_worker ON person ({tenant} team, accountable_worker);
-- Whoever has left is few among all who work or worked here.
CREATE INDEX staff_who_left ON staff ({tenant} id) WHERE disabled_at IS NOT NULL;
