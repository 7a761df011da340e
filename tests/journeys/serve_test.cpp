// The program itself, from its first line to the signal that ends it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "support/postgres.h"

namespace {

using kith::support::PostgresCluster;
using testing::HasSubstr;
using testing::StartsWith;

/// `kith serve`, started; all that it says.
class Serving {
  public:
    explicit Serving(std::vector<std::string> where) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error("no pipe");
        pid_ = fork();
        if (pid_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            dup2(ends[1], STDERR_FILENO);
            std::vector<std::string> words{KITH_BINARY_DIR "/kith", "serve", "--port", "0"};
            words.insert(words.end(), where.begin(), where.end());
            std::vector<char*> arguments;
            for (std::string& word : words)
                arguments.push_back(word.data());
            arguments.push_back(nullptr);
            execv(arguments[0], arguments.data());
            _exit(127);
        }
        close(ends[1]);
        said_ = fdopen(ends[0], "r");
    }
    ~Serving() {
        if (pid_ > 0) (void)end(SIGKILL);
        std::fclose(said_);
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;

    /// The next line; "" at the end.
    std::string line() {
        std::string text;
        for (int c = std::fgetc(said_); c != EOF && c != '\n'; c = std::fgetc(said_))
            text += static_cast<char>(c);
        return text;
    }
    /// Sends the signal and waits: its exit code, -1 when it did not come to one.
    int end(int signal) {
        kill(pid_, signal);
        int status = 0;
        waitpid(std::exchange(pid_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t pid_ = 0;
    FILE* said_ = nullptr;
};

struct Directory {
    Directory() {
        if (!mkdtemp(path.data())) throw std::runtime_error("no temporary directory");
    }
    ~Directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::string path = "/tmp/kith-serve-XXXXXX";
};

}  // namespace

TEST(Serve, begins_with_its_address_and_ends_when_it_is_told_to) {
    Directory data;
    Serving serving({"--data", data.path});
    EXPECT_THAT(serving.line(), StartsWith("Kith is at http://127.0.0.1:"));
    EXPECT_EQ(serving.end(SIGTERM), 0);
    EXPECT_EQ(serving.line(), "");
}

TEST(Serve, ends_as_it_should_when_the_database_went_first) {
    auto& cluster = PostgresCluster::shared();
    Directory keys;
    Serving serving({"--database", cluster.fresh_database(), "--data", keys.path});
    EXPECT_THAT(serving.line(), StartsWith("Kith is at http://127.0.0.1:"));
    cluster.stop();
    EXPECT_EQ(serving.end(SIGTERM), 0);
    EXPECT_THAT(serving.line(), HasSubstr("the closing head could not be written"));
    EXPECT_EQ(serving.line(), "");
    cluster.start();
}
