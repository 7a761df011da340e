#include "returns/cin/write.h"

#include "returns/cin/shape.h"

namespace kith::returns::cin {

namespace {

/// Elements with indentation; a group that stays empty leaves no trace.
class Xml {
  public:
    Xml(std::string& out, int depth) : out_(out), depth_(depth) {}

    void field(const Field& field) {
        if (!field.text.empty()) element(field.element, field.text);
    }

    template <class Inside>
    void group(std::string_view name, Inside&& inside) {
        std::size_t before = out_.size();
        indent();
        out_.append("<").append(name).append(">\n");
        std::size_t opened = out_.size();
        ++depth_;
        inside();
        --depth_;
        if (out_.size() == opened) return out_.resize(before);
        indent();
        out_.append("</").append(name).append(">\n");
    }

  private:
    void element(std::string_view name, std::string_view text) {
        indent();
        out_.append("<").append(name).append(">");
        escape(text);
        out_.append("</").append(name).append(">\n");
    }
    void indent() { out_.append(static_cast<std::size_t>(depth_) * 2, ' '); }
    void escape(std::string_view text) {
        for (char c : text)
            switch (c) {
                case '<':
                    out_ += "&lt;";
                    break;
                case '>':
                    out_ += "&gt;";
                    break;
                case '&':
                    out_ += "&amp;";
                    break;
                case '\r':
                    out_ += "&#13;";
                    break;
                default:
                    out_ += c;
            }
    }

    std::string& out_;
    int depth_;
};

void write_reviews(Xml& xml, const ProtectionPlan& plan) {
    xml.group("Reviews", [&] {
        for (const Reviews& reviews : plan.reviews)
            for (const DateField& date : reviews.dates)
                xml.field(date);
    });
}

void write_episode(Xml& xml, const Episode& episode) {
    auto field = [&](const Field& it) { xml.field(it); };
    xml.group("CINdetails", [&] {
        fields(episode, field);
        for (const Assessment& assessment : episode.assessments)
            xml.group("Assessments", [&] {
                fields(assessment, field);
                xml.group("FactorsIdentifiedAtAssessment", [&] {
                    for (const TextField& factor : assessment.factors)
                        xml.field(factor);
                });
            });
        for (const CinPlan& plan : episode.cin_plans)
            xml.group("CINPlanDates", [&] { fields(plan, field); });
        for (const Section47Enquiry& enquiry : episode.enquiries)
            xml.group("Section47", [&] { fields(enquiry, field); });
        fields_after(episode, field);
        for (const ProtectionPlan& plan : episode.protection_plans)
            xml.group("ChildProtectionPlans", [&] {
                fields(plan, field);
                write_reviews(xml, plan);
            });
        for (const PreProceedings& step : episode.pre_proceedings)
            xml.group("PreProceedingsandFGDM", [&] { fields(step, field); });
    });
}

}  // namespace

void CensusWriter::begin(const Header& header) {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n";
    Xml xml(out_, 1);
    auto field = [&](const Field& it) { xml.field(it); };
    xml.group("Header", [&] {
        xml.group("CollectionDetails", [&] { fields(header, field); });
        xml.group("Source", [&] { fields_after(header, field); });
    });
    out_ += "  <Children>\n";
}

void CensusWriter::child(const Child& child) {
    Xml xml(out_, 2);
    auto field = [&](const Field& it) { xml.field(it); };
    xml.group("Child", [&] {
        xml.group("ChildIdentifiers", [&] { fields(child.identifiers, field); });
        xml.group("ChildCharacteristics", [&] {
            fields(child.characteristics, field);
            xml.group("Disabilities", [&] {
                for (const TextField& disability : child.characteristics.disabilities)
                    xml.field(disability);
            });
        });
        for (const Episode& episode : child.episodes)
            write_episode(xml, episode);
    });
}

void CensusWriter::end() {
    out_ += "  </Children>\n</Message>\n";
}

std::string write_census(const Header& header, const std::vector<Child>& children) {
    std::string out;
    CensusWriter writer(out);
    writer.begin(header);
    for (const Child& child : children)
        writer.child(child);
    writer.end();
    return out;
}

}  // namespace kith::returns::cin
