#include "web/need_plan/need_plan_forms.h"

#include <algorithm>

#include "actions/step.h"
#include "web/need_plan/action.html.h"
#include "web/need_plan/end.html.h"
#include "web/need_plan/member.html.h"
#include "web/need_plan/planning_meeting.html.h"
#include "web/need_plan/review.html.h"
#include "web/need_plan/settle_action.html.h"
#include "web/need_plan/visit.html.h"
#include "web/record_form.h"

namespace kith::web {

using namespace core;

Result<actions::NeedPlanRecord> load_need_plan(Visit& visit) {
    NeedPlanId id = TRY(id_in_path<NeedPlanId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::need_plan_record(reader, visit.actor, id); }));
    visit.shown = actions::shown_in(record);
    return record;
}

namespace {

struct OnNeedPlan : OnRecord<actions::NeedPlanRecord> {
    static Result<Record> load(Visit& visit) { return load_need_plan(visit); }
    static std::string address(const Record& record) { return "/child-in-need-plans/" + to_text(record.plan.id); }
    static int version(const Record& record) { return record.plan.version; }
    static FormHead head(const Record& record) {
        return {.caption = full_name(record.child), .back = address(record), .back_text = "Child in need plan"};
    }
};

struct MeetingForm : OnNeedPlan {
    using Page = PlanningMeetingPage;
    static constexpr std::string_view heading = "The planning meeting";

    static void begin(http::Form& form, const Record& record, const Visit& visit) {
        const NeedPlan& plan = record.plan;
        form = http::Form{{"worries", plan.worries},
                          {"already_helps", plan.already_helps},
                          {"family_wants", plan.family_wants},
                          {"child_wants", plan.child_wants},
                          {"child_wants_missing_why", plan.child_wants_missing_why},
                          {"if_things_go_wrong", plan.if_things_go_wrong}};
        put_date(form, "met_on", plan.met_on.value_or(visit.today));
        put_date(form, "next_review", plan.next_review);
    }
    static auto read(FormState& form, const Record& record) {
        actions::HoldPlanningMeeting command;
        command.plan = record.plan.id;
        command.version = version_in(form);
        command.meeting.met_on = form.required_date("met_on", "Say when the meeting was held.").value_or(Date{});
        command.meeting.worries = form.long_text("worries");
        command.meeting.already_helps = form.long_text("already_helps");
        command.meeting.family_wants = form.long_text("family_wants");
        command.meeting.child_wants = form.long_text("child_wants");
        command.meeting.child_wants_missing_why = form.text("child_wants_missing_why");
        command.meeting.if_things_go_wrong = form.long_text("if_things_go_wrong");
        command.meeting.next_review = form.date("next_review");
        return [command](actions::Work& work) { return actions::hold_planning_meeting(work, command); };
    }
};

struct MemberForm : OnNeedPlan {
    using Page = NeedPlanMemberPage;
    static constexpr std::string_view heading = "Who agrees, and who does not";

    static void offer(Page& page, const Record& record) {
        page.people.push_back({.value = "", .text = "A professional"});
        for (std::size_t i = 0; i < record.members.size(); ++i)
            if (!record.members[i].person.is_nil())
                page.people.push_back({.value = to_text(record.members[i].person), .text = record.member_names[i]});
        for (const Person& each : record.may_join)
            page.people.push_back({.value = to_text(each.id), .text = full_name(each)});
        page.choices = choices<Agreement>();
    }
    static bool is_in_family(PersonId person, const Record& record) {
        return std::ranges::find(record.may_join, person, &Person::id) != record.may_join.end() ||
               std::ranges::find(record.members, person, &NeedPlanMember::person) != record.members.end();
    }
    static auto read(FormState& form, const Record& record) {
        NeedPlanMember member;
        member.person = parse_id_as<PersonId>(form.value("person")).value_or(PersonId());
        if (!member.person.is_nil() && !is_in_family(member.person, record))
            form.add_error("person", "Choose somebody from the list.");
        member.name = form.text("name");
        if (!member.person.is_nil() && !member.name.empty())
            form.add_error("name", "Choose somebody of the family, or name a professional: not both.");
        member.part = form.text("part");
        if (auto agreement = form.required_choice<Agreement>("agreement", "Say what their answer is."))
            member.agreement = *agreement;
        member.in_their_words = form.long_text("in_their_words");
        return
            [member, plan = record.plan.id](actions::Work& work) { return actions::keep_member(work, plan, member); };
    }
};

struct ActionForm : OnNeedPlan {
    using Page = NeedPlanActionPage;
    static constexpr std::string_view heading = "Add something that somebody does";

    static void begin(http::Form& form, const Record& record, const Visit& visit) {
        auto beside = parse_id_as<NeedPlanActionId>(visit.query.get("for"));
        for (const NeedPlanAction& each : record.actions)
            if (each.id == beside) form.add("outcome", each.outcome);
    }
    static auto read(FormState& form, const Record& record) {
        NeedPlanAction action;
        action.outcome = form.required_text("outcome", "Say what will be better for the child.", 2'000);
        action.action = form.required_text("action", "Say what is done.", 2'000);
        action.owner = form.required_text("owner", "Say who does it, by name.");
        action.by = form.required_date("by", "Say by when.");
        action.how_we_know = form.text("how_we_know");
        return [action, plan = record.plan.id](actions::Work& work) {
            return actions::add_plan_action(work, plan, action);
        };
    }
};

/// A plan, and the one of its actions that the address names.
struct ActionOfPlan : actions::NeedPlanRecord {
    NeedPlanAction action;
};

struct SettleForm : OnNeedPlan {
    using Record = ActionOfPlan;
    using Page = SettleActionPage;
    static constexpr std::string_view heading = "What became of it";

    static Result<Record> load(Visit& visit) {
        auto record = TRY(load_need_plan(visit));
        NeedPlanActionId id = TRY(id_in_path<NeedPlanActionId>(visit, "action"));
        auto found = std::ranges::find(record.actions, id, &NeedPlanAction::id);
        if (found == record.actions.end()) return actions::no_such_record();
        NeedPlanAction action = *found;
        return Record{std::move(record), std::move(action)};
    }
    static void begin(http::Form& form, const Record& record, const Visit& visit) {
        form.add("progress", record.action.progress);
        put_date(form, "on", visit.today);
    }
    static void offer(Page& page, const Record& record) {
        const NeedPlanAction& action = record.action;
        page.about = action.action + " (" + action.owner + ")";
        if (action.state != ActionState::to_do)
            page.about += ". It stands as: " + std::string(says(action.state)) + ". To change that, say why.";
        page.choices = choices<ActionState>();
    }
    static auto read(FormState& form, const Record& record) {
        actions::SettlePlanAction command;
        command.action = record.action.id;
        if (auto state = form.required_choice<ActionState>("state", "Say what became of it.")) command.state = *state;
        command.on = form.required_date("on", "Say when.").value_or(Date{});
        command.progress = form.long_text("progress");
        return [command](actions::Work& work) { return actions::settle_plan_action(work, command); };
    }
};

struct VisitForm : OnNeedPlan {
    using Page = NeedPlanVisitPage;
    static constexpr std::string_view heading = "Record a visit";

    static void begin(http::Form& form, const Record&, const Visit& visit) {
        put_date(form, "visited_on", visit.today);
    }
    static bool before_birth(const Record& record) { return record.child.stage == Stage::unborn; }
    static void offer(Page& page, const Record& record) {
        page.before_birth = before_birth(record);
        if (page.before_birth) {
            page.choices = choices<Answer>();
            return;
        }
        for (ChildSeen each :
             {ChildSeen::seen_alone, ChildSeen::seen_with_others, ChildSeen::observed, ChildSeen::not_seen})
            page.choices.push_back({.value = std::string(word(each)), .text = std::string(says(each))});
    }
    static void read_who_was_seen(FormState& form, bool before_birth, NeedPlanVisit& made) {
        if (before_birth) {
            if (auto seen = form.required_choice<Answer>("parents_seen", "Say whether the parents were seen."))
                made.parents_seen = *seen;
        } else if (auto seen = form.required_choice<ChildSeen>("seen", "Say whether the child was seen.")) {
            made.seen = *seen;
        }
    }
    static auto read(FormState& form, const Record& record) {
        NeedPlanVisit made;
        made.visited_on = form.required_date("visited_on", "Say when.").value_or(Date{});
        read_who_was_seen(form, before_birth(record), made);
        made.not_seen_why = form.text("not_seen_why");
        made.note = form.long_text("note");
        return
            [made, plan = record.plan.id](actions::Work& work) { return actions::record_need_visit(work, plan, made); };
    }
};

struct ReviewForm : OnNeedPlan {
    using Page = NeedPlanReviewPage;
    static constexpr std::string_view heading = "Review";

    static void begin(http::Form& form, const Record&, const Visit& visit) { put_date(form, "held_on", visit.today); }
    static void offer(Page& page, const Record&) { page.choices = choices<NeedReviewDecision>(); }
    static auto read(FormState& form, const Record& record) {
        NeedPlanReview review;
        review.held_on = form.required_date("held_on", "Say when it was held.").value_or(Date{});
        review.family_view = form.long_text("family_view");
        review.family_view_missing_why = form.text("family_view_missing_why");
        review.child_view = form.long_text("child_view");
        review.child_view_missing_why = form.text("child_view_missing_why");
        review.progress = form.long_text("progress");
        if (auto decision = form.required_choice<NeedReviewDecision>("decision", "Say what was decided."))
            review.decision = *decision;
        review.reasons = form.long_text("reasons");
        review.next_review = form.date("next_review");
        return [review, plan = record.plan.id](actions::Work& work) {
            return actions::review_need_plan(work, plan, review);
        };
    }
};

struct EndForm : OnNeedPlan {
    using Page = EndNeedPlanPage;
    static constexpr std::string_view heading = "End the plan";

    static void begin(http::Form& form, const Record&, const Visit& visit) { put_date(form, "ended_on", visit.today); }
    static void offer(Page& page, const Record& record) {
        page.choices = choices<NeedPlanEnd>();
        if (record.child.stage == Stage::born)
            std::erase_if(page.choices,
                          [](const Choice& each) { return each.value == word(NeedPlanEnd::pregnancy_ended); });
    }
    static auto read(FormState& form, const Record& record) {
        actions::EndNeedPlanCommand command;
        command.plan = record.plan.id;
        command.version = version_in(form);
        if (auto end = form.required_choice<NeedPlanEnd>("end", "Say why it ends.")) command.end.end = *end;
        command.end.ended_on = form.required_date("ended_on", "Say on which day it ends.").value_or(Date{});
        command.end.why = form.long_text("why");
        return [command](actions::Work& work) { return actions::end_need_plan(work, command); };
    }
};

}  // namespace

RouteTable need_plan_form_routes() {
    May works{Act::work_on_plan};
    RouteTable routes;
    add_form<MeetingForm>(routes, works, "/child-in-need-plans/{id}/meeting");
    add_form<MemberForm>(routes, works, "/child-in-need-plans/{id}/members/new");
    add_form<ActionForm>(routes, works, "/child-in-need-plans/{id}/actions/new");
    add_form<SettleForm>(routes, works, "/child-in-need-plans/{id}/actions/{action}");
    add_form<VisitForm>(routes, works, "/child-in-need-plans/{id}/visits/new");
    add_form<ReviewForm>(routes, works, "/child-in-need-plans/{id}/reviews/new");
    add_form<EndForm>(routes, works, "/child-in-need-plans/{id}/end");
    return routes;
}

}  // namespace kith::web
