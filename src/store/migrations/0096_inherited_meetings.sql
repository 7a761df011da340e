-- How many review meetings an earlier system counted in pre-proceedings; their days are in no census.
ALTER TABLE inherited ADD COLUMN review_meetings {int};
