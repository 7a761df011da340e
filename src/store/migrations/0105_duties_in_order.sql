-- Lists of open duties come soonest first and, of one day, in the order of their ids, as these have them: sorting whole
-- rows was half the cost of My work. A team's list of what nobody owns reads that and not all that the team has to do.
DROP INDEX duty_open_by_owner;
DROP INDEX duty_open_by_team;
DROP INDEX duty_open_by_child;
CREATE INDEX duty_open_by_owner ON duty ({tenant} owner, due, id) WHERE closed_at IS NULL;
CREATE INDEX duty_open_by_team ON duty ({tenant} team, owner, due, id) WHERE closed_at IS NULL;
CREATE INDEX duty_open_by_child ON duty ({tenant} child, due, id) WHERE closed_at IS NULL;
