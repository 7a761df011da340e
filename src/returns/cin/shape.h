// The order of the elements in each group: said once, used by the reader, the writer and everything that walks a
// census.
//
// fields(group, visit) hands every single-valued element to visit, in the specification's order up to the first group
// inside; fields_after(group, visit) the ones after it (only CINdetails has any: ReferralNFA).
#pragma once

#include "returns/cin/census.h"

namespace kith::returns::cin {

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Assessment>
void fields(G& g, Visit&& visit) {
    visit(g.start), visit(g.internal_review), visit(g.authorisation);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, CinPlan>
void fields(G& g, Visit&& visit) {
    visit(g.start), visit(g.end);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Section47Enquiry>
void fields(G& g, Visit&& visit) {
    visit(g.start), visit(g.conference_target), visit(g.conference), visit(g.conference_not_required);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, ProtectionPlan>
void fields(G& g, Visit&& visit) {
    visit(g.start), visit(g.end), visit(g.initial_category), visit(g.latest_category), visit(g.previous_plans);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, PreProceedings>
void fields(G& g, Visit&& visit) {
    visit(g.start), visit(g.letter_before_proceedings), visit(g.meeting_offered), visit(g.meeting_facilitated);
    visit(g.first_meeting), visit(g.review_meetings), visit(g.step_decision), visit(g.outcome);
    visit(g.court_application), visit(g.initiating_letter);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Episode>
void fields(G& g, Visit&& visit) {
    visit(g.referral), visit(g.referral_source), visit(g.primary_need), visit(g.closure), visit(g.reason_for_closure);
    visit(g.conference);
}
template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Episode>
void fields_after(G& g, Visit&& visit) {
    visit(g.no_further_action);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, ChildIdentifiers>
void fields(G& g, Visit&& visit) {
    visit(g.la_child_id), visit(g.upn), visit(g.former_upn), visit(g.upn_unknown), visit(g.birth);
    visit(g.expected_birth), visit(g.gender), visit(g.sex), visit(g.death);
}

template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, ChildCharacteristics>
void fields(G& g, Visit&& visit) {
    visit(g.ethnicity);
}

/// CollectionDetails and Source, which the types join into one Header.
template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Header>
void fields(G& g, Visit&& visit) {
    visit(g.collection), visit(g.year), visit(g.reference_date);
}
template <class G, class Visit>
requires std::is_same_v<std::remove_const_t<G>, Header>
void fields_after(G& g, Visit&& visit) {
    visit(g.source_level), visit(g.authority), visit(g.software_code), visit(g.release), visit(g.serial_no);
    visit(g.date_time);
}

/// Every field of a child, those of all groups inside too.
template <class Visit>
void every_field(const Child& child, Visit&& visit) {
    fields(child.identifiers, visit);
    fields(child.characteristics, visit);
    for (const TextField& disability : child.characteristics.disabilities)
        visit(disability);
    for (const Episode& episode : child.episodes) {
        fields(episode, visit);
        for (const Assessment& assessment : episode.assessments) {
            fields(assessment, visit);
            for (const TextField& factor : assessment.factors)
                visit(factor);
        }
        for (const CinPlan& plan : episode.cin_plans)
            fields(plan, visit);
        for (const Section47Enquiry& enquiry : episode.enquiries)
            fields(enquiry, visit);
        fields_after(episode, visit);
        for (const ProtectionPlan& plan : episode.protection_plans) {
            fields(plan, visit);
            for (const Reviews& reviews : plan.reviews)
                for (const DateField& date : reviews.dates)
                    visit(date);
        }
        for (const PreProceedings& step : episode.pre_proceedings)
            fields(step, visit);
    }
}

}  // namespace kith::returns::cin
