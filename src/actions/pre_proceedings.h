// Pre-proceedings of a child: a manager decides to start and to end them; the child's worker sends the letter, holds
// the meetings and records the family's own (core/pre_proceedings.h).
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "actions/telling.h"
#include "core/duty.h"
#include "core/person.h"
#include "core/pre_proceedings.h"

namespace kith::actions {

/// Refused to the child's own worker: another person decides.
Result<core::PreProceedings> start_pre_proceedings(Work& work, core::PreProceedings facts);

/// Which pre-proceedings, as they were on screen.
struct OfPreProceedings {
    core::PreProceedingsId id;
    int version = 1;
};
Result<core::PreProceedings> send_letter(Work& work, const OfPreProceedings& of,
                                         const core::LetterBeforeProceedings& letter);
Result<core::PreProceedingsMeeting> hold_pre_proceedings_meeting(Work& work, const OfPreProceedings& of,
                                                                 core::PreProceedingsMeeting meeting);
Result<core::PreProceedings> hold_family_meeting(Work& work, const OfPreProceedings& of, Date on);
Result<core::PreProceedings> end_pre_proceedings(Work& work, const OfPreProceedings& of,
                                                 const core::EndPreProceedings& command);
Result<core::PreProceedings> record_court_steps(Work& work, const OfPreProceedings& of, const core::CourtSteps& steps);

/// What happened to the child ends what is open, and nobody decided it.
void end_pre_proceedings_because(Work& work, core::PersonId child, core::PreProceedingsEnd end);

struct PreProceedingsRecord {
    core::PreProceedings pre_proceedings;
    core::Person child;
    std::vector<core::PreProceedingsMeeting> meetings;  ///< oldest first
    std::vector<std::string> recorder_names;            ///< of the meetings
    std::vector<core::OpenDuty> duties;
    std::vector<TellingLine> tellings;  ///< who has been given the letter
    std::string decided_by;
    std::string ended_by;
    bool may_write = false;
    bool may_decide = false;
};
Result<PreProceedingsRecord> pre_proceedings_record(store::Reader& reader, const core::Actor& actor,
                                                    core::PreProceedingsId id);

/// The child's, newest first.
std::vector<core::PreProceedings> pre_proceedings_of(store::Reader& reader, core::PersonId child);

}  // namespace kith::actions
