// Everything that was decided and done for one child, as it stands in the record, oldest first: what returns to the
// government, data sets for analysis and checks of a record are made from. It is the nouns themselves, nothing worked
// out; visits, minutes and texts of plans are not in it.
//
// A twin's history begins with what was recorded about the first child until they were known to be two (core/birth.h).
#pragma once

#include <vector>

#include "core/assessment.h"
#include "core/birth.h"
#include "core/closure.h"
#include "core/conference.h"
#include "core/inherited.h"
#include "core/need_plan.h"
#include "core/person.h"
#include "core/pre_proceedings.h"
#include "core/protection_plan.h"
#include "core/referral.h"
#include "core/section47_enquiry.h"

namespace kith::core {

/// An assessment and this child's part in it.
struct AssessmentOfChild {
    Assessment assessment;
    AssessmentChild part;
};

/// A conference and what it was, and decided, for this child.
struct ConferenceOfChild {
    Conference conference;
    ConferenceChild part;
};

/// Pre-proceedings and their meetings, oldest first.
struct PreProceedingsOfChild {
    PreProceedings pre_proceedings;
    std::vector<PreProceedingsMeeting> meetings;
};

/// A child protection plan and the categories that it has been under, oldest first.
struct ProtectionPlanOfChild {
    ProtectionPlan plan;
    std::vector<PlanCategory> categories;
};

struct ChildHistory {
    Person child;
    std::vector<Referral> referrals;
    std::vector<Closure> closures;
    std::vector<AssessmentOfChild> assessments;
    std::vector<NeedPlan> need_plans;
    std::vector<Section47Enquiry> enquiries;
    std::vector<ConferenceOfChild> conferences;
    std::vector<ProtectionPlanOfChild> protection_plans;
    std::vector<PreProceedingsOfChild> pre_proceedings;
    std::vector<Inherited> inherited;  ///< which of these were brought over from another system
};

/// The second twin's history with what they share: the first one's until `inherited.until`, but for what the second has
/// of their own.
ChildHistory with_inherited(ChildHistory second, const ChildHistory& first, const InheritedHistory& inherited);

/// Whether a conference took place for this child: held, and the child still part of it.
bool was_held(const ConferenceOfChild& conference);
/// The day on which it was held, or is booked.
Date day_of(const ConferenceOfChild& conference);

}  // namespace kith::core
