-- What the national lists ask about a child, and the numbers by which a child and the authority are known outside.
ALTER TABLE person ADD COLUMN disabilities {text} NOT NULL DEFAULT '[]';
ALTER TABLE person ADD COLUMN pupil_number {text} NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN former_pupil_number {text} NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN no_pupil_number {text};
ALTER TABLE person ADD COLUMN local_number {text} NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN plans_elsewhere {int};
CREATE INDEX person_by_pupil_number ON person ({tenant} pupil_number) WHERE pupil_number <> '';
CREATE INDEX person_by_local_number ON person ({tenant} local_number) WHERE local_number <> '';
ALTER TABLE authority_profile ADD COLUMN dfe_number {text} NOT NULL DEFAULT '';
