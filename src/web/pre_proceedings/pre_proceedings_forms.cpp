#include "web/pre_proceedings/pre_proceedings_forms.h"

#include "actions/people.h"
#include "web/pre_proceedings/court.html.h"
#include "web/pre_proceedings/end.html.h"
#include "web/pre_proceedings/family_meeting.html.h"
#include "web/pre_proceedings/letter.html.h"
#include "web/pre_proceedings/meeting.html.h"
#include "web/pre_proceedings/start.html.h"
#include "web/record_form.h"

namespace kith::web {

using namespace core;

Result<actions::PreProceedingsRecord> load_pre_proceedings(Visit& visit) {
    auto id = TRY(id_in_path<PreProceedingsId>(visit));
    auto record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::pre_proceedings_record(reader, visit.actor, id);
    }));
    visit.shown.push_back(record.child.id);
    return record;
}

namespace {

std::string address_of(const PreProceedings& of) {
    return "/pre-proceedings/" + to_text(of.id);
}

// The start

Result<Person> child_in_path(Visit& visit) {
    auto id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::decide_pre_proceedings, id);
    }));
    visit.shown.push_back(id);
    return child;
}

StartPreProceedingsPage start_page(const Visit& visit, const Person& child, FormState form) {
    FormHead head{.heading = "Start pre-proceedings",
                  .caption = full_name(child),
                  .back = "/children/" + to_text(child.id),
                  .back_text = "Child’s record"};
    return form_page<StartPreProceedingsPage>(visit, std::move(head), std::move(form));
}

Answered show_start(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    http::Form form;
    put_date(form, "decided_on", visit.today);
    return http::Response::html(render(start_page(visit, child, FormState(form))));
}

Answered start(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    FormState form(visit.form);
    PreProceedings facts;
    facts.child = child.id;
    facts.decided_on = form.required_date("decided_on", "Say when the legal planning meeting was.").value_or(Date{});
    facts.worries = form.long_text("worries");
    facts.alternatives = form.long_text("alternatives");
    facts.legal_advice = form.long_text("legal_advice");
    if (auto meeting = form.required_choice<FamilyMeeting>("family_meeting", "Say what became of the family meeting."))
        facts.family_meeting = *meeting;
    facts.family_meeting_words = form.long_text("family_meeting_words");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::start_pre_proceedings(work, facts))) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(start_page(visit, child, form)); });
}

// On what has started

struct OnPreProceedings : OnRecord<actions::PreProceedingsRecord> {
    static Result<Record> load(Visit& visit) { return load_pre_proceedings(visit); }
    static std::string address(const Record& record) { return address_of(record.pre_proceedings); }
    static int version(const Record& record) { return record.pre_proceedings.version; }
    static FormHead head(const Record& record) {
        return {.caption = full_name(record.child), .back = address(record), .back_text = "Pre-proceedings"};
    }
    static actions::OfPreProceedings of(const FormState& form, const Record& record) {
        return {record.pre_proceedings.id, version_in(form)};
    }
};

struct LetterForm : OnPreProceedings {
    using Page = LetterBeforeProceedingsPage;
    static constexpr std::string_view heading = "The letter before proceedings";

    static void begin(http::Form& form, const Record& record, const Visit& visit) {
        const PreProceedings& of = record.pre_proceedings;
        form = http::Form{{"concerns", of.concerns},
                          {"help_given", of.help_given},
                          {"must_change", of.must_change},
                          {"lawyers", of.lawyers},
                          {"meeting_offered", of.letter_sent_on ? std::string(word(of.meeting_offered)) : ""}};
        put_date(form, "sent_on", of.letter_sent_on.value_or(visit.today));
    }
    static auto read(FormState& form, const Record& record) {
        LetterBeforeProceedings letter;
        letter.sent_on = form.required_date("sent_on", "Say when the letter was sent.").value_or(Date{});
        letter.concerns = form.long_text("concerns");
        letter.help_given = form.long_text("help_given");
        letter.must_change = form.long_text("must_change");
        letter.lawyers = form.long_text("lawyers");
        letter.meeting_offered = form.choice("meeting_offered", Answer::not_known);
        return [letter, of = of(form, record)](actions::Work& work) { return actions::send_letter(work, of, letter); };
    }
};

struct MeetingForm : OnPreProceedings {
    using Page = PreProceedingsMeetingPage;
    static constexpr std::string_view heading = "A meeting with the parents";

    static void begin(http::Form& form, const Record&, const Visit& visit) { put_date(form, "held_on", visit.today); }
    static auto read(FormState& form, const Record& record) {
        PreProceedingsMeeting meeting;
        meeting.held_on = form.required_date("held_on", "Say when it was held.").value_or(Date{});
        meeting.parents_view = form.long_text("parents_view");
        meeting.agreed = form.long_text("agreed");
        meeting.lawyer_came = form.choice("lawyer_came", Answer::not_known);
        return [meeting, of = of(form, record)](actions::Work& work) {
            return actions::hold_pre_proceedings_meeting(work, of, meeting);
        };
    }
};

struct FamilyMeetingForm : OnPreProceedings {
    using Page = FamilyMeetingPage;
    static constexpr std::string_view heading = "The family group decision-making meeting";

    static void begin(http::Form& form, const Record& record, const Visit&) {
        put_date(form, "family_meeting_on", record.pre_proceedings.family_meeting_on);
    }
    static auto read(FormState& form, const Record& record) {
        Date on = form.required_date("family_meeting_on", "Say when it was held.").value_or(Date{});
        return [on, of = of(form, record)](actions::Work& work) { return actions::hold_family_meeting(work, of, on); };
    }
};

struct EndForm : OnPreProceedings {
    using Page = EndPreProceedingsPage;
    static constexpr std::string_view heading = "End pre-proceedings";

    static void begin(http::Form& form, const Record&, const Visit& visit) { put_date(form, "ended_on", visit.today); }
    static void offer(Page& page, const Record& record) {
        page.letter_sent = record.pre_proceedings.letter_sent_on.has_value();
        page.ends = choices<PreProceedingsEnd>();
    }
    static auto read(FormState& form, const Record& record) {
        EndPreProceedings command;
        if (auto end = form.required_choice<PreProceedingsEnd>("end", "Say how they end.")) command.end = *end;
        command.ended_on = form.required_date("ended_on", "Say on which day.").value_or(Date{});
        command.why = form.long_text("why");
        command.no_letter_why = form.long_text("no_letter_why");
        return [command, of = of(form, record)](actions::Work& work) {
            return actions::end_pre_proceedings(work, of, command);
        };
    }
};

struct CourtForm : OnPreProceedings {
    using Page = CourtStepsPage;
    static constexpr std::string_view heading = "Steps to the court";

    static void begin(http::Form& form, const Record& record, const Visit&) {
        put_date(form, "applied_on", record.pre_proceedings.applied_on);
        put_date(form, "court_letter_on", record.pre_proceedings.court_letter_on);
    }
    static auto read(FormState& form, const Record& record) {
        CourtSteps steps{form.date("applied_on"), form.date("court_letter_on")};
        return [steps, of = of(form, record)](actions::Work& work) {
            return actions::record_court_steps(work, of, steps);
        };
    }
};

}  // namespace

RouteTable pre_proceedings_form_routes() {
    May works{Act::work_on_pre_proceedings}, decides{Act::decide_pre_proceedings};
    RouteTable routes{
        {http::Method::get, "/children/{id}/pre-proceedings/new", {decides, show_start}},
        {http::Method::post, "/children/{id}/pre-proceedings/new", {decides, start}},
    };
    add_form<LetterForm>(routes, works, "/pre-proceedings/{id}/letter");
    add_form<MeetingForm>(routes, works, "/pre-proceedings/{id}/meetings/new");
    add_form<FamilyMeetingForm>(routes, works, "/pre-proceedings/{id}/family-meeting");
    add_form<EndForm>(routes, decides, "/pre-proceedings/{id}/end");
    add_form<CourtForm>(routes, works, "/pre-proceedings/{id}/court");
    return routes;
}

}  // namespace kith::web
