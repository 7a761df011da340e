#include "returns/cin/write.h"

#include <rapidcheck.h>

#include "returns/cin/shape.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

static std::pair<cin::Header, std::vector<cin::Child>> read(const std::string& xml) {
    std::pair<cin::Header, std::vector<cin::Child>> census;
    cin::Receiver receiver{[&](const cin::Header& header) {
                               census.first = header;
                               return std::string();
                           },
                           [&](const cin::Child& child) { census.second.push_back(child); }, [](const cin::Note&) {}};
    auto done = cin::read_census(bytes_of(xml), receiver);
    EXPECT_TRUE(done) << done.error().why;
    return census;
}

static std::string rewritten(const std::string& xml) {
    auto [header, children] = read(xml);
    return cin::write_census(header, children);
}

TEST(CensusWriter, writes_the_elements_in_the_specifications_order) {
    std::string xml = rewritten(CensusBuilder(2027)
                                    .change("+ChildIdentifiers:<FormerUPN>H801200001001</FormerUPN>;"
                                            "+CINdetails:<CINclosureDate>2026-12-01</CINclosureDate>;"
                                            "+CINdetails:<DateOfInitialCPC>2026-07-13</DateOfInitialCPC>")
                                    .xml());
    std::size_t at = 0;
    for (const char* element : {"Message",
                                "Header",
                                "CollectionDetails",
                                "Collection",
                                "Year",
                                "ReferenceDate",
                                "Source",
                                "SourceLevel",
                                "LEA",
                                "SoftwareCode",
                                "SerialNo",
                                "DateTime",
                                "Children",
                                "Child",
                                "ChildIdentifiers",
                                "LAchildID",
                                "UPN",
                                "FormerUPN",
                                "PersonBirthDate",
                                "Sex",
                                "ChildCharacteristics",
                                "Ethnicity",
                                "Disabilities",
                                "Disability",
                                "CINdetails",
                                "CINreferralDate",
                                "ReferralSource",
                                "PrimaryNeedCode",
                                "CINclosureDate",
                                "DateOfInitialCPC",
                                "Assessments",
                                "AssessmentActualStartDate",
                                "AssessmentAuthorisationDate",
                                "FactorsIdentifiedAtAssessment",
                                "AssessmentFactors",
                                "CINPlanDates",
                                "CINPlanStartDate",
                                "CINPlanEndDate",
                                "Section47",
                                "S47ActualStartDate",
                                "InitialCPCtarget",
                                "DateOfInitialCPC",
                                "ICPCnotRequired",
                                "ReferralNFA",
                                "ChildProtectionPlans",
                                "CPPstartDate",
                                "InitialCategoryOfAbuse",
                                "LatestCategoryOfAbuse",
                                "NumberOfPreviousCPP",
                                "Reviews",
                                "CPPreviewDate",
                                "PreProceedingsandFGDM",
                                "PPStartDate",
                                "LBPSentDate",
                                "FGDMMeetingOffer",
                                "FGDMMeetingFac",
                                "InitialPPMeetingDate",
                                "ReviewMeetingsCount",
                                "StepDecisionDate",
                                "PPOutcome",
                                "CourtAppDate",
                                "LetterInitCPDate"}) {
        std::size_t found = xml.find("<" + std::string(element) + ">", at);
        ASSERT_NE(found, std::string::npos) << element << " in\n" << xml;
        at = found;
    }
}

TEST(CensusWriter, writes_no_empty_element_and_no_empty_group) {
    std::string xml = rewritten(
        CensusBuilder()
            .change("UPN=; -Disabilities; -FactorsIdentifiedAtAssessment; CPPreviewDate=;"
                    "+CINdetails:<Section47/>; +CINdetails:<Assessments><FactorsIdentifiedAtAssessment/></Assessments>")
            .xml());
    EXPECT_EQ(xml.find("/>"), std::string::npos);
    EXPECT_EQ(xml.find("UPN"), std::string::npos);
    EXPECT_EQ(xml.find("Disabilit"), std::string::npos);
    EXPECT_EQ(xml.find("Reviews"), std::string::npos);
    EXPECT_EQ(xml.find("Section47>\n", xml.find("</Section47>") + 12), std::string::npos);
}

TEST(CensusWriter, joins_the_reviews_of_a_plan) {
    std::string xml =
        rewritten(CensusBuilder()
                      .change("+ChildProtectionPlans:<Reviews><CPPreviewDate>2026-01-05</CPPreviewDate></Reviews>")
                      .xml());
    EXPECT_EQ(xml.find("<Reviews>", xml.find("<Reviews>") + 1), std::string::npos);
    EXPECT_NE(xml.find("2026-01-05"), std::string::npos);
}

TEST(CensusWriter, writes_what_reads_back_the_same_whatever_the_text) {
    EXPECT_TRUE(rc::check([] {
        auto [header, children] = read(CensusBuilder(2027).change("*CINdetails; *Child").xml());
        const std::vector<std::string> texts = {"<&>\"'", "é☺",     " x ", "2026-02-30", "]]>",
                                                "a\tb",   "a\r\nb", "0",   "--"};
        auto some = [&] { return texts[*rc::gen::inRange<std::size_t>(0, texts.size())]; };
        for (cin::Child& child : children) {
            auto set = [&](cin::Field& field) {
                if (*rc::gen::inRange(0, 3) == 0) field.text = some();
            };
            cin::fields(child.identifiers, set);
            for (cin::Episode& episode : child.episodes) {
                cin::fields(episode, set);
                for (cin::ProtectionPlan& plan : episode.protection_plans)
                    cin::fields(plan, set);
            }
        }
        std::string xml = cin::write_census(header, children);
        RC_ASSERT(rewritten(xml) == xml);
    }));
}
