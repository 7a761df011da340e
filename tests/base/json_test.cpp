#include "base/json.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <boost/json/serialize.hpp>

using namespace kith;

TEST(JsonWriter, keeps_the_order_of_members_and_writes_no_space) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().text("z", "a\"\\\n\x01é").integer("n", -7).null("nothing").truth("so", true);
    json.key("list").begin_array().integer(1).begin_object().end_object().text("two").end_array();
    json.key("empty").begin_array().end_array().end_object();
    EXPECT_EQ(out, R"({"z":"a\"\\\n\u0001é","n":-7,"nothing":null,"so":true,"list":[1,{},"two"],"empty":[]})");
}

TEST(JsonWriter, a_value_in_the_wrong_place_is_a_bug) {
    std::string out;
    EXPECT_THROW(JsonWriter(out).begin_object().integer(1), Bug);
    EXPECT_THROW(JsonWriter(out).key("a"), Bug);
    EXPECT_THROW(JsonWriter(out).begin_object().end_array(), Bug);
    EXPECT_THROW(JsonWriter(out).begin_object().key("a").end_object(), Bug);
    EXPECT_THROW(JsonWriter(out).integer(1).integer(2), Bug);
}

TEST(Json, text_written_and_read_again_is_the_same) {
    EXPECT_TRUE(rc::check([] {
        auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
        std::string out;
        append_json_text(out, text);
        auto read = parse_json(out);
        RC_ASSERT(read.has_value());
        RC_ASSERT(std::string_view(read->as_string()) == text);
    }));
}

TEST(Json, numbers_keep_every_digit) {
    std::string out;
    JsonWriter(out).integer(INT64_MIN);
    EXPECT_EQ(parse_json(out)->as_int64(), INT64_MIN);
}

TEST(Json, what_is_not_json_is_refused_with_a_sentence) {
    for (const char* text : {"", "{", "[1,]", "{\"a\":1} x", "nul", "'a'", "\"a\nb\"", "[1 2]", "\"\xff\""}) {
        auto read = parse_json(text);
        ASSERT_FALSE(read) << text;
        EXPECT_NE(read.error().sentence.find("not JSON"), std::string::npos);
        EXPECT_EQ(read.error().sentence.back(), '.');
    }
}

TEST(Json, depth_is_limited) {
    EXPECT_TRUE(parse_json("[[[]]]", 3));
    EXPECT_FALSE(parse_json("[[[[]]]]", 3));
    EXPECT_FALSE(parse_json(std::string(100'000, '[')));
}
