#include "returns/cin/read.h"

#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

struct ReadCensus {
    cin::Header header;
    std::vector<cin::Child> children;
    std::vector<cin::Note> notes;
    std::optional<cin::Unreadable> refused;
};

static ReadCensus read(const std::string& xml, std::size_t piece = 1 << 16) {
    ReadCensus result;
    cin::Receiver receiver{[&](const cin::Header& header) {
                               result.header = header;
                               return std::string();
                           },
                           [&](const cin::Child& child) { result.children.push_back(child); },
                           [&](const cin::Note& note) { result.notes.push_back(note); }};
    if (auto done = cin::read_census(bytes_of(xml, piece), receiver); !done) result.refused = done.error();
    return result;
}

static std::string why_not(const std::string& xml) {
    ReadCensus result = read(xml);
    return result.refused ? result.refused->why : "";
}

/// A census with this inside the one child's CINdetails.
static std::string with_episode(const std::string& inside) {
    return CensusBuilder().change("-CINdetails; +Child:<CINdetails>" + inside + "</CINdetails>").xml();
}

TEST(CensusReader, gives_every_group_its_fields) {
    ReadCensus census = read(CensusBuilder(2027).xml());
    ASSERT_FALSE(census.refused);
    EXPECT_EQ(census.header.year.value, 2027);
    EXPECT_EQ(census.header.authority.text, "801");
    EXPECT_EQ(census.header.serial_no.text, "001");
    ASSERT_EQ(census.children.size(), 1u);
    const cin::Child& child = census.children[0];
    EXPECT_EQ(child.identifiers.la_child_id.text, "C1");
    EXPECT_EQ(child.characteristics.disabilities.size(), 8u);
    ASSERT_EQ(child.episodes.size(), 1u);
    const cin::Episode& episode = child.episodes[0];
    EXPECT_EQ(episode.assessments.at(0).factors.at(0).text, "16A");
    EXPECT_EQ(iso(*episode.cin_plans.at(0).start.value), "2026-06-23");
    EXPECT_EQ(iso(*episode.enquiries.at(0).conference.value), "2026-07-10");
    EXPECT_FALSE(episode.conference.given());
    EXPECT_TRUE(episode.no_further_action.is_false());
    EXPECT_EQ(episode.protection_plans.at(0).previous_plans.value, 0);
    EXPECT_EQ(iso(*episode.protection_plans.at(0).reviews.at(0).dates.at(0).value), "2026-10-02");
    EXPECT_TRUE(episode.pre_proceedings.at(0).meeting_offered.is_true());
}

TEST(CensusReader, keeps_the_line_of_an_element_and_of_the_group_that_lacks_one) {
    std::string xml =
        "<Message>\n<Header/>\n<Children>\n<Child>\n<ChildIdentifiers>\n<LAchildID>A</LAchildID>\n"
        "</ChildIdentifiers>\n<CINdetails>\n<CINreferralDate>2025-05-06</CINreferralDate>\n</CINdetails>\n"
        "</Child>\n</Children>\n</Message>\n";
    const cin::Child child = read(xml).children.at(0);
    EXPECT_EQ(child.line, 4u);
    EXPECT_EQ(child.identifiers.la_child_id.line, 6u);
    EXPECT_EQ(child.identifiers.upn.line, 5u);
    EXPECT_EQ(child.characteristics.ethnicity.line, 4u);
    EXPECT_EQ(child.episodes[0].referral.line, 9u);
    EXPECT_EQ(child.episodes[0].closure.line, 8u);
}

TEST(CensusReader, tells_absent_malformed_and_given_apart) {
    const cin::Episode episode = read(with_episode("<CINreferralDate>2025-02-30</CINreferralDate>"
                                                   "<CINclosureDate> \n </CINclosureDate>"
                                                   "<ReferralNFA>maybe</ReferralNFA>"))
                                     .children.at(0)
                                     .episodes.at(0);
    EXPECT_TRUE(episode.referral.malformed());
    EXPECT_FALSE(episode.referral.given());
    EXPECT_EQ(episode.referral.text, "2025-02-30");
    EXPECT_FALSE(episode.closure.malformed());
    EXPECT_FALSE(episode.closure.given());
    EXPECT_TRUE(episode.no_further_action.malformed());
}

TEST(CensusReader, reads_dates_only_as_written_in_the_specification) {
    for (const char* text :
         {"31/03/2026", "2026-3-1", "20260301", "2026-03-01T00:00:00", "2026-02-29", "0000-00-00", "٢٠٢٦-٠٣-٠١"})
        EXPECT_TRUE(read(with_episode("<CINreferralDate>" + std::string(text) + "</CINreferralDate>"))
                        .children.at(0)
                        .episodes.at(0)
                        .referral.malformed())
            << text;
    EXPECT_EQ(
        read(with_episode("<CINreferralDate>\n 2024-02-29 </CINreferralDate>")).children[0].episodes[0].referral.value,
        parse_date("2024-02-29"));
}

TEST(CensusReader, reads_truth_in_four_words_of_any_case) {
    auto truth = [](const std::string& word) {
        return read(with_episode("<ReferralNFA>" + word + "</ReferralNFA>"))
            .children.at(0)
            .episodes.at(0)
            .no_further_action;
    };
    for (const char* word : {"1", "true", "TRUE", "True", " true "})
        EXPECT_TRUE(truth(word).is_true()) << word;
    for (const char* word : {"0", "false", "FALSE", "False"})
        EXPECT_TRUE(truth(word).is_false()) << word;
    for (const char* word : {"2", "yes", "01", "t", "truе"})
        EXPECT_TRUE(truth(word).malformed()) << word;
}

TEST(CensusReader, reads_reviews_in_both_shapes) {
    std::string plan = "<ChildProtectionPlans><CPPstartDate>2025-07-10</CPPstartDate>";
    std::string together =
        "<Reviews><CPPreviewDate>2025-10-02</CPPreviewDate><CPPreviewDate>2026-01-05</CPPreviewDate></Reviews>";
    std::string apart =
        "<Reviews><CPPreviewDate>2025-10-02</CPPreviewDate></Reviews>"
        "<Reviews><CPPreviewDate>2026-01-05</CPPreviewDate></Reviews>";
    auto first = read(with_episode(plan + together + "</ChildProtectionPlans>"))
                     .children.at(0)
                     .episodes.at(0)
                     .protection_plans.at(0);
    auto second = read(with_episode(plan + apart + "</ChildProtectionPlans>"))
                      .children.at(0)
                      .episodes.at(0)
                      .protection_plans.at(0);
    ASSERT_EQ(first.reviews.size(), 1u);
    EXPECT_EQ(first.reviews[0].dates.size(), 2u);
    ASSERT_EQ(second.reviews.size(), 2u);
    EXPECT_EQ(second.reviews[1].dates.at(0).value, first.reviews[0].dates[1].value);
}

TEST(CensusReader, reads_the_same_from_pieces_of_any_size) {
    std::string xml = CensusBuilder(2027).change("*CINdetails").xml();
    xml.replace(xml.find("Kith"), 4, "a &amp; b &#x263A;");
    ReadCensus whole = read(xml);
    for (std::size_t piece : {1u, 2u, 3u, 7u, 64u, 1000u}) {
        ReadCensus pieces = read(xml, piece);
        ASSERT_FALSE(pieces.refused) << piece << pieces.refused->why;
        EXPECT_EQ(pieces.header.software_code.text, "a & b ☺");
        EXPECT_EQ(pieces.children.at(0).episodes.at(1).closure.line, whole.children.at(0).episodes.at(1).closure.line);
    }
}

TEST(CensusReader, passes_over_what_a_census_does_not_have_and_says_so) {
    ReadCensus census =
        read(CensusBuilder()
                 .change("+ChildIdentifiers:<Surname><Deep>x</Deep></Surname>; +Child:<LAchildID>Z</LAchildID>")
                 .xml());
    ASSERT_FALSE(census.refused);
    ASSERT_EQ(census.notes.size(), 2u);
    EXPECT_EQ(census.notes[0].element, "Surname");
    EXPECT_EQ(census.notes[0].within, "ChildIdentifiers");
    EXPECT_EQ(census.children.at(0).identifiers.la_child_id.text, "C1");
}

TEST(CensusReader, reads_a_header_of_2021_with_its_content_levels) {
    ReadCensus census =
        read(CensusBuilder(2021)
                 .change("+Header:<Content><CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content>")
                 .xml());
    EXPECT_FALSE(census.refused);
    EXPECT_TRUE(census.notes.empty());
}

TEST(CensusReader, keeps_the_first_of_two_and_names_the_second) {
    ReadCensus census = read(CensusBuilder().change("+ChildIdentifiers:<UPN>H801200001001</UPN>").xml());
    EXPECT_EQ(census.children.at(0).identifiers.upn.text, "B801200005001");
    ASSERT_EQ(census.children[0].repeated.size(), 1u);
    EXPECT_EQ(census.children[0].repeated[0].text, "H801200001001");
    census = read(CensusBuilder().change("*ChildIdentifiers; ChildIdentifiers#2/LAchildID=Z").xml());
    EXPECT_EQ(census.children.at(0).identifiers.la_child_id.text, "C1");
    EXPECT_EQ(census.children[0].repeated.size(), 1u);
}

TEST(CensusReader, keeps_the_first_of_two_headers_and_of_two_elements_in_one) {
    ReadCensus census = read(CensusBuilder().change("+CollectionDetails:<Year>2025</Year>").xml());
    EXPECT_EQ(census.header.year.value, 2026);
    ASSERT_EQ(census.header.repeated.size(), 1u);
    EXPECT_EQ(census.header.repeated[0].text, "2025");
    census =
        read("<Message><Header><Year>2027</Year></Header>\n<Header><Year>2025</Year></Header><Children/></Message>");
    EXPECT_EQ(census.header.year.value, 2027);
    EXPECT_EQ(census.header.year.line, 1u);
    ASSERT_EQ(census.header.repeated.size(), 1u);
    EXPECT_EQ(census.header.repeated[0].element, std::string_view("Header"));
    EXPECT_EQ(census.header.repeated[0].line, 2u);
}

TEST(CensusReader, reads_comments_cdata_processing_instructions_and_namespaces_like_any_xml) {
    ReadCensus census = read(
        "<?xml version='1.0'?><!-- a --><?b c?><Message xmlns='urn:x' a='b'><Header/><Children>"
        "<Child><ChildIdentifiers><LAchildID><![CDATA[C<1]]><!-- x -->2</LAchildID>"
        "</ChildIdentifiers></Child></Children></Message>");
    ASSERT_FALSE(census.refused) << census.refused->why;
    EXPECT_EQ(census.children.at(0).identifiers.la_child_id.text, "C<12");
}

TEST(CensusReader, reads_other_encodings_that_the_file_declares) {
    ReadCensus census = read(
        "<?xml version='1.0' encoding='ISO-8859-1'?><Message><Header/><Children><Child>"
        "<ChildIdentifiers><LAchildID>\xE9</LAchildID></ChildIdentifiers></Child></Children></Message>");
    ASSERT_FALSE(census.refused);
    EXPECT_EQ(census.children.at(0).identifiers.la_child_id.text, "é");
}

TEST(CensusReader, reads_a_byte_order_mark_and_utf_16) {
    std::string xml =
        "<?xml version='1.0' encoding='UTF-16'?><Message><Header/><Children><Child/></Children></Message>";
    std::string wide = "\xFF\xFE";
    for (char c : xml)
        wide += std::string{c, '\0'};
    EXPECT_EQ(read(wide).children.size(), 1u);
    EXPECT_EQ(read("\xEF\xBB\xBF" + CensusBuilder().xml()).children.size(), 1u);
}

TEST(CensusReader, reads_a_header_without_its_inner_groups) {
    ReadCensus census = read("<Message><Header><Year>2026</Year><LEA>801</LEA></Header><Children/></Message>");
    EXPECT_EQ(census.header.year.value, 2026);
    EXPECT_EQ(census.header.authority.text, "801");
    EXPECT_TRUE(census.notes.empty());
}

TEST(CensusReader, refuses_what_is_not_a_census) {
    EXPECT_EQ(why_not(""), "The file is not well-formed XML: it is empty.");
    for (const std::string& text : {std::string("hello"), std::string("PK\3\4"), std::string("\0\1\2", 3)})
        EXPECT_EQ(why_not(text), "The file is not well-formed XML: no element stands where the first should begin.");
    EXPECT_EQ(why_not("<SSDA903/>"), "The file begins with <SSDA903>; a census begins with <Message>.");
    EXPECT_EQ(why_not("<Message/>"), "The file has no <Children>.");
    EXPECT_NE(why_not("<Message><Children></Message>"), "");
    EXPECT_NE(why_not("<Message><Children/></Message><Message/>"), "");
    EXPECT_EQ(why_not(CensusBuilder().change("Collection=SSDA903").xml()),
              "The header says that this is the collection \"SSDA903\", not CIN.");
    EXPECT_EQ(why_not(CensusBuilder().change("Collection= CIN\n").xml()), "");
    EXPECT_EQ(why_not("<Message><Children/><Header/></Message>"), "The Header must stand once, before the children.");
    EXPECT_EQ(why_not("<Message><Header/><Children><Child><ChildIdentifiers><UPN>A<b/></UPN>"),
              "<b> stands inside the value of <UPN>.");
}

TEST(CensusReader, says_of_a_file_that_was_cut_short_that_it_ends_in_the_middle) {
    EXPECT_EQ(why_not("<Message><Header></Header>\n"), "The file is not well-formed XML: it ends in the middle.");
    EXPECT_EQ(why_not("<Message><Header/><Children/></Message>x"),
              "The file is not well-formed XML: Extra content at the end of the document.");
}

TEST(CensusReader, says_the_line_where_a_file_stops_being_xml) {
    ReadCensus census = read("<Message>\n<Header>\n</Header>\n<Children>\n<Child>\n</Chidl>\n");
    ASSERT_TRUE(census.refused);
    EXPECT_EQ(census.refused->line, 6u);
}

TEST(CensusReader, refuses_every_document_type_and_with_it_entities_of_any_kind) {
    std::string end = "<Message><Header/><Children/></Message>";
    for (const std::string& doctype : {
             std::string("<!DOCTYPE Message>"),
             std::string("<!DOCTYPE Message SYSTEM 'file:///etc/passwd'>"),
             std::string("<!DOCTYPE Message [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
             std::string("<!DOCTYPE Message PUBLIC 'a' 'http://127.0.0.1:1/x.dtd' [<!ENTITY % p SYSTEM "
                         "'http://127.0.0.1:1/'> %p;]>"),
             std::string("<!DOCTYPE Message [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                         "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"),
         })
        EXPECT_EQ(why_not(doctype + end), "The file has a DOCTYPE, which a census never has; it was not read.")
            << doctype;
    EXPECT_NE(why_not("<Message><Header/><Children>&undeclared;</Children></Message>"), "");
}

TEST(CensusReader, refuses_deep_nesting_long_values_and_endless_children) {
    std::string deep = "<Message><Header/><Children><Child>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<x>";
    EXPECT_EQ(why_not(deep), "Elements are nested too deeply for a census.");
    EXPECT_EQ(why_not(with_episode("<ReferralSource>" + std::string(5000, 'x') + "</ReferralSource>")),
              "The value of <ReferralSource> is longer than 4096 characters.");
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "<Section47/>";
    EXPECT_EQ(why_not(with_episode(many)), "One child has more elements than a census can hold.");
    std::string years;
    for (int i = 0; i < 10'000; ++i)
        years += "<Year>1</Year>";
    EXPECT_EQ(why_not("<Message><Header>" + years + "</Header><Children/></Message>"),
              "The header has more elements than a census can hold.");
}

TEST(CensusReader, needs_little_memory_for_one_endless_value) {
    std::string piece(1 << 16, 'x');
    std::size_t pieces = 0;
    std::string start = "<Message><Header/><Children><Child><ChildIdentifiers><LAchildID>";
    cin::Bytes endless = [&]() -> std::string_view {
        return ++pieces == 1 ? std::string_view(start) : std::string_view(piece);
    };
    cin::Receiver receiver{[](const cin::Header&) { return std::string(); }, [](const cin::Child&) {},
                           [](const cin::Note&) {}};
    EXPECT_FALSE(cin::read_census(endless, receiver));
    EXPECT_LT(pieces, 10u);
}

TEST(CensusReader, stops_at_an_endless_comment_or_tag) {
    for (std::string_view start : {"<Message><!-- ", "<Message a='", "<Message><"}) {
        std::string piece(1 << 16, 'x');
        std::size_t pieces = 0;
        cin::Bytes endless = [&]() -> std::string_view {
            if (++pieces > 1000) return {};
            return pieces == 1 ? start : std::string_view(piece);
        };
        cin::Receiver receiver{[](const cin::Header&) { return std::string(); }, [](const cin::Child&) {},
                               [](const cin::Note&) {}};
        EXPECT_FALSE(cin::read_census(endless, receiver)) << start;
        EXPECT_LT(pieces, 300u) << start;
    }
}

TEST(CensusReader, refuses_more_names_than_a_census_has_wherever_they_stand) {
    for (const char* one : {"<Child><F{}/></Child>", "<Child f{}='a'/>", "<?f{} ?>"}) {
        std::string names;
        for (int i = 0; i < 20'000; ++i)
            names += fmt::format(fmt::runtime(one), i);
        EXPECT_EQ(why_not("<Message><Header/><Children>" + names + "</Children></Message>"),
                  "The file has more names of elements and attributes than a census.");
    }
}

TEST(CensusReader, survives_a_file_cut_at_every_byte) {
    std::string xml = CensusBuilder(2027).change("*Child; +ChildIdentifiers:<X/>").xml();
    xml.replace(xml.find("Kith"), 4, "a &amp; b &#x263A;");
    std::size_t whole = xml.rfind("</Message>") + std::string_view("</Message>").size();
    for (std::size_t size = 0; size < xml.size(); ++size)
        EXPECT_EQ(why_not(xml.substr(0, size)).empty(), size >= whole) << size;
}

TEST(CensusReader, survives_every_single_byte_being_wrong) {
    std::string xml = CensusBuilder(2027).xml();
    for (std::size_t at = 0; at < xml.size(); ++at)
        for (char wrong : {'<', '&', '\0', '\xFF'}) {
            std::string broken = xml;
            broken[at] = wrong;
            check(broken);
        }
}

TEST(CensusReader, writes_nothing_to_standard_error) {
    std::string broken =
        "<?xml version='1.0' encoding='EUC-KR'?><Message><Header/>\xBA\x47\x01\x70" + std::string(9000, '\xFF');
    testing::internal::CaptureStderr();
    EXPECT_TRUE(read(broken).refused);
    EXPECT_TRUE(read(broken, 100).refused);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(CensusReader, lets_an_exception_of_the_receiver_through) {
    cin::Receiver receiver{[](const cin::Header&) { return std::string(); },
                           [](const cin::Child&) { throw std::runtime_error("disk full"); }, [](const cin::Note&) {}};
    std::string xml = CensusBuilder().xml();
    EXPECT_THROW(static_cast<void>(cin::read_census(bytes_of(xml), receiver)), std::runtime_error);
}
