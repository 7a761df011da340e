// Every form of staff is sent once and kept until it is sent: read from the sources, so that a new one cannot forget.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path web = fs::path(KITH_SOURCE_DIR) / "src/web";

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<fs::path> files(const std::string& extension, const std::vector<std::string>& but_in) {
    std::vector<fs::path> found;
    for (const auto& each : fs::recursive_directory_iterator(web)) {
        std::string folder = each.path().parent_path().filename();
        bool passed_over = std::find(but_in.begin(), but_in.end(), folder) != but_in.end();
        if (each.path().extension() == extension && !passed_over) found.push_back(each.path());
    }
    return found;
}

TEST(StaffForms, each_carries_its_tokens) {
    int forms = 0;
    // The page of a fault gives back every field that came, its tokens too.
    for (const fs::path& path : files(".html", {"report", "sign_in", "draft", "fault"})) {
        std::string text = text_of(path);
        if (text.find("{% extends \"layout/form_page.html\" %}") != std::string::npos) ++forms;
        for (std::size_t at = text.find("<form method=\"post\""); at != std::string::npos;
             at = text.find("<form method=\"post\"", at + 1)) {
            std::string form = text.substr(at, text.find("</form>", at) - at);
            EXPECT_NE(form.find("{% include \"layout/tokens.html\" %}"), std::string::npos) << path << ": " << form;
            ++forms;
        }
    }
    EXPECT_GT(forms, 50);
}

TEST(StaffForms, each_is_carried_out_by_perform_form_which_forgets_its_draft) {
    for (const fs::path& path : files(".cpp", {"report", "draft"})) {
        std::string text = text_of(path);
        EXPECT_EQ(text.find("actions::perform("), std::string::npos) << path;
        EXPECT_EQ(text.find("actions::perform_once("), std::string::npos) << path;
    }
}

}  // namespace
