#include "cli/demo/door.h"

#include "actions/answer_reporter.h"
#include "actions/front_door.h"
#include "actions/receive_contact.h"
#include "store/contact_store.h"
#include "store/person_store.h"

namespace kith::cli {

using namespace core;
using namespace std::chrono_literals;

static ContactChild as_told(World& world, const Family& family, const Person& child) {
    ContactChild told;
    told.given_name = child.given_name;
    told.family_name = child.family_name;
    told.address = family.home;
    if (child.stage == Stage::unborn) {
        told.unborn = Answer::yes;
        told.expected_date = child.expected_date;
        return told;
    }
    told.date_of_birth = child.date_of_birth;
    if (age_on(*child.date_of_birth, london_date(world.now)) >= 5) told.school = family.school;
    return told;
}

static Contact as_worded(World& world, const Worry& worry) {
    Contact contact;
    contact.channel = worry.channel;
    contact.reporter = worry.reporter;
    contact.agency = worry.agency;
    contact.agency_role = worry.role;
    contact.source_code = worry.source;
    contact.worry = worry.worry;
    contact.already_helps = worry.helps;
    contact.danger_now = world.dice.percent(85) ? Answer::no : Answer::not_known;
    if (worry.reporter == ReporterKind::professional) {
        contact.reporter_name =
            fmt::format("{} {}", world.dice.pick(given_names()).name, world.dice.pick(family_names()));
        contact.reporter_phone = fmt::format("01632 960{:03}", world.dice.between(200, 999));
        contact.consent = world.dice.percent(60) ? Answer::yes : Answer::no;
        if (contact.consent == Answer::no) contact.without_consent_why = "Asking first could have put a child at risk.";
        contact.parents_told = contact.consent;
        if (contact.consent == Answer::no) contact.not_told_why = "As above.";
    } else if (worry.reporter != ReporterKind::member_of_public) {
        contact.reporter_phone = fmt::format("07700 900{:03}", world.dice.below(1000));
        contact.safe_to_reach = "By text, in the daytime.";
    }
    return contact;
}

/// The public's forms come from nobody who is signed in; everybody else's are typed by staff.
static const Actor& typed_by(World& world, const Worry& worry) {
    return worry.channel == Channel::web ? actions::the_public() : world.front_door;
}

static Result<Contact> send(World& world, const Family& family, const Worry& worry, Contact contact) {
    actions::ReceiveContact command{std::move(contact), {}, {}};
    for (const Person& child : family.children)
        command.children.push_back(as_told(world, family, child));
    return world.as(typed_by(world, worry), "receiving the contact",
                    [&](actions::Work& work) { return actions::receive_contact(work, command); });
}

Result<Contact> tell(World& world, const Family& family, const Worry& worry) {
    return send(world, family, worry, as_worded(world, worry));
}

/// Searched for and found, or recorded: in the order of the form.
static Result<void> say_who(actions::Work& work, const Contact& contact, Family& family) {
    auto rows = work.store.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id);
    bool all_new = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Person& child = family.children.at(i);
        if (child.id.is_nil())
            child.id = TRY(actions::create_child(work, contact.id, rows[i].id));
        else {
            TRY(actions::identify_child(work, contact.id, rows[i].id, child.id));
            all_new = false;
        }
    }
    if (all_new) TRY(record_around(work, family));
    return {};
}

static std::string_view reasons_for(ContactDecision decision) {
    switch (decision) {
        case ContactDecision::advice:
            return "Talked through with the reporter. Nothing here needs us; they know how to come back.";
        case ContactDecision::family_plan:
            return "The family has called its own meeting and made a plan that covers the worry.";
        case ContactDecision::early_help:
            return "The family would like help and agrees. Nobody is at risk of significant harm.";
        case ContactDecision::signpost:
            return "One clear need that a local service meets.";
        case ContactDecision::referral:
            return "More than one agency is worried and the family may need services under section 17.";
        case ContactDecision::strategy_discussion:
        case ContactDecision::immediate_protection:
            return "Reasonable cause to suspect significant harm. Police and health are being rung.";
    }
    return "";
}

static std::string_view service_for(ContactDecision decision) {
    if (decision == ContactDecision::early_help) return "Hartmere Family Hub";
    if (decision == ContactDecision::signpost) return "Hartmere Advice Centre";
    return "";
}

/// Whoever is owed word gets it: by mail where there is a way, else it is said that there is none.
static Result<void> answer(World& world, const Contact& contact, ReporterIsTold what) {
    bool reachable = !contact.reporter_phone.empty() || !contact.reporter_email.empty();
    AnswerReporter answer{.what = reachable ? what : ReporterIsTold::not_possible,
                          .who = contact.reporter_name.empty() ? "The reporter" : contact.reporter_name,
                          .how = reachable ? std::optional(HowTold::phone) : std::nullopt,
                          .told_at = world.now,
                          .said = !reachable                        ? "No number and no address was left."
                                  : what == ReporterIsTold::receipt ? "It reached us, and somebody is looking at it."
                                                                    : "Thank you. This is what we will do next."};
    TRY(world.as(world.front_door, "telling whoever reported", [&](actions::Work& work) {
        return actions::answer_reporter(work, {contact.id, answer});
    }));
    return {};
}

Result<Contact> decide(World& world, Family& family, const Contact& contact, ContactDecision decision) {
    bool urgent = decision == ContactDecision::strategy_discussion || decision == ContactDecision::immediate_protection;
    world.after_hours(urgent ? 0 : world.dice.between(1, 3));
    auto take = [&](actions::Work& work) -> Result<Contact> {
        Contact mine = TRY(actions::take_contact(work, contact.id));
        TRY(say_who(work, contact, family));
        return mine;
    };
    Contact taken = TRY(world.as(world.front_door, "taking the contact", take));
    if (is_owed_receipt(taken)) TRY(answer(world, taken, ReporterIsTold::receipt));
    if (urgent)
        world.after_hours(0);
    else if (!world.after_days(world.dice.percent(88) ? 1 : world.dice.between(2, 4)))
        return taken;
    actions::DecideCommand command{contact.id, taken.version, {}};
    command.decision.decision = decision;
    command.decision.reasons = reasons_for(decision);
    command.decision.service = service_for(decision);
    command.decision.told_reporter = is_told_outcome(contact.reporter) ? "Told by phone what we will do." : "";
    Contact decided = TRY(world.as(world.front_door, "deciding on the contact",
                                   [&](actions::Work& work) { return actions::decide(work, command); }));
    bool forgotten = !world.dice.percent(94) && world.today - world.now < std::chrono::days(30);
    if (may_be_told_outcome(decided.reporter) && !forgotten && world.after_hours(urgent ? 0 : 1))
        TRY(answer(world, decided, ReporterIsTold::outcome));
    return decided;
}

Result<void> pass_on(World& world, const Family& family, const Worry& worry) {
    Contact contact = TRY(tell(world, family, worry));
    world.after_hours(1);
    Family known = family;
    auto pass = [&](actions::Work& work) -> Result<Contact> {
        TRY(actions::take_contact(work, contact.id));
        TRY(say_who(work, contact, known));
        return actions::pass_to_worker(work, contact.id);
    };
    Contact passed = TRY(world.as(world.front_door, "passing the contact on", pass));
    if (passed.for_worker.is_nil() || world.dice.percent(35) || !world.after_hours(world.dice.between(1, 20)))
        return {};
    for (const Desk& desk : world.desks)
        if (desk.worker.id == passed.for_worker)
            TRY(world.as(desk.worker, "reading the contact",
                         [&](actions::Work& work) { return actions::mark_read(work, contact.id); }));
    return {};
}

Result<void> leave_waiting(World& world, int many) {
    for (int i = 0; i < many; ++i) {
        bool late = i % 6 == 5, danger = i % 5 == 0;
        world.now = world.today -
                    std::chrono::minutes(late ? world.dice.between(40 * 60, 47 * 60) : world.dice.between(12, 21 * 60));
        Family family = invent_family(world, 3, london_date(world.now));
        world.about = fmt::format("The {} family, waiting", family.name);
        const Worry& worry = world.dice.pick(worries());
        Contact contact = as_worded(world, worry);
        if (danger) {
            contact.danger_now = Answer::yes;
            contact.danger_why = "They say somebody is on the way to the house and is very angry.";
        }
        contact = TRY(send(world, family, worry, contact));
        if (danger || i % 3 != 1 || !world.after_hours(0)) continue;
        TRY(world.as(world.front_door, "taking the contact",
                     [&](actions::Work& work) { return actions::take_contact(work, contact.id); }));
    }
    return {};
}

}  // namespace kith::cli
