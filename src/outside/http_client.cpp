#include "outside/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kith::outside {

namespace {

constexpr std::array<std::string_view, 3> this_computer{"http://127.0.0.1", "http://localhost", "http://[::1]"};

bool is_this_computer(std::string_view url) {
    return std::ranges::any_of(this_computer, [&](std::string_view host) {
        if (!url.starts_with(host)) return false;
        std::string_view rest = url.substr(host.size());
        return rest.empty() || rest[0] == ':' || rest[0] == '/';
    });
}

struct Received {
    std::string body;
    std::size_t most = 0;
    bool too_long = false;
};

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& received = *static_cast<Received*>(to);
    std::size_t length = size * count;
    if (received.body.size() + length > received.most) {
        received.too_long = true;
        return 0;
    }
    received.body.append(bytes, length);
    return length;
}

struct HeaderList {
    curl_slist* list = nullptr;
    ~HeaderList() { curl_slist_free_all(list); }
    void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

bool breaks_a_line(const std::string& text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos;
}

}  // namespace

Result<void> check_address(const std::string& url) {
    bool secure = url.starts_with("https://") && url.size() > 8;
    bool has_user = url.substr(0, url.find('/', 8)).find('@') != std::string::npos;
    if ((secure || is_this_computer(url)) && !has_user &&
        std::ranges::all_of(url, [](unsigned char c) { return c > 0x20 && c < 0x7f; }))
        return {};
    return refuse(Because::invalid, "url", fmt::format("“{}” is not an address that begins with https://.", url));
}

struct HttpClient::Inside {
    CURL* curl = curl_easy_init();
    HttpLimits limits;
    std::array<char, CURL_ERROR_SIZE> fault{};

    ~Inside() { curl_easy_cleanup(curl); }
    void prepare(const HttpPost& post, const HeaderList& headers, Received& received);
};

void HttpClient::Inside::prepare(const HttpPost& post, const HeaderList& headers, Received& received) {
    curl_easy_reset(curl);  // keeps the connection
    fault.fill('\0');
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, fault.data());
    curl_easy_setopt(curl, CURLOPT_URL, post.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_this_computer(post.url) ? "http" : "https");
    if (is_this_computer(post.url)) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
}

HttpClient::HttpClient(HttpLimits limits) : inside_(std::make_unique<Inside>()) {
    if (!inside_->curl) throw std::runtime_error("the HTTP client cannot be made");
    inside_->limits = limits;
}
HttpClient::~HttpClient() = default;

tl::expected<HttpAnswer, NoAnswer> HttpClient::post(const HttpPost& post) {
    if (auto good = check_address(post.url); !good) return tl::unexpected(good.error().sentence);
    HeaderList headers;
    headers.add("Expect:");  // no waiting for leave to send the body
    for (const HttpHeader& each : post.headers) {
        if (breaks_a_line(each.value)) return tl::unexpected(each.name + " holds a line end");
        headers.add(each.name + ": " + each.value);
    }
    Received received{{}, inside_->limits.answer};
    inside_->prepare(post, headers, received);
    CURLcode code = curl_easy_perform(inside_->curl);
    if (received.too_long)
        return tl::unexpected(fmt::format("the answer is longer than {} bytes", inside_->limits.answer));
    if (code != CURLE_OK)
        return tl::unexpected(std::string(inside_->fault[0] ? inside_->fault.data() : curl_easy_strerror(code)));
    HttpAnswer answer;
    long status = 0;
    curl_easy_getinfo(inside_->curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    curl_off_t wait = 0;
    if (curl_easy_getinfo(inside_->curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0)
        answer.retry_after = std::chrono::seconds(wait);
    answer.body = std::move(received.body);
    return answer;
}

}  // namespace kith::outside
