// One id type per kind of thing, so that a child's id never passes where a contact's is wanted.
#pragma once

#include "base/id.h"

namespace kith::core {

using PersonId = Id<struct PersonTag>;  ///< child, parent, carer, relative: roles of one person
using StaffId = Id<struct StaffTag>;
using TeamId = Id<struct TeamTag>;
using ContactId = Id<struct ContactTag>;
using ReferralId = Id<struct ReferralTag>;
using AssessmentId = Id<struct AssessmentTag>;
using StrategyDiscussionId = Id<struct StrategyDiscussionTag>;
using Section47EnquiryId = Id<struct Section47EnquiryTag>;
using ConferenceId = Id<struct ConferenceTag>;
using ProtectionPlanId = Id<struct ProtectionPlanTag>;
using NeedPlanId = Id<struct NeedPlanTag>;
using PreProceedingsId = Id<struct PreProceedingsTag>;
using EmergencyProtectionId = Id<struct EmergencyProtectionTag>;
using OutOfHoursNoteId = Id<struct OutOfHoursNoteTag>;
using PlaceId = Id<struct PlaceTag>;
using DutyId = Id<struct DutyTag>;
using DecisionId = Id<struct DecisionTag>;

}  // namespace kith::core
