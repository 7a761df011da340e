#include "returns/cin/read.h"

#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>

#include <algorithm>
#include <memory>

namespace kith::returns::cin {

namespace {

/// What libxml2 calls back with. An exception must not cross its C frames: it is kept here and thrown afterwards.
struct Reading {
    Assembler assembler;
    xmlParserCtxtPtr parser = nullptr;
    std::exception_ptr thrown;
    std::size_t begun = 0, ended = 0;  ///< elements

    Line line() const {
        int at = parser ? xmlSAX2GetLineNumber(parser) : 0;
        return at > 0 ? static_cast<Line>(at) : 1;
    }

    template <class Step>
    void step(Step&& take) {
        if (thrown || assembler.refused()) return;
        try {
            take();
        } catch (...) {
            thrown = std::current_exception();
        }
        if (thrown || assembler.refused()) xmlStopParser(parser);
    }
};

std::string_view view(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);
}

void on_start(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
              const xmlChar**) {
    auto& reading = *static_cast<Reading*>(user);
    ++reading.begun;
    reading.step([&] { reading.assembler.start(view(name), reading.line()); });
}

void on_end(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto& reading = *static_cast<Reading*>(user);
    ++reading.ended;
    reading.step([&] { reading.assembler.end(); });
}

void on_text(void* user, const xmlChar* text, int size) {
    auto& reading = *static_cast<Reading*>(user);
    std::string_view piece(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    reading.step([&] { reading.assembler.text(piece); });
}

void on_doctype(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto& reading = *static_cast<Reading*>(user);
    reading.step([&] {
        reading.assembler.refuse(reading.line(), "The file has a DOCTYPE, which a census never has; it was not read.");
    });
}

/// libxml2 speaks of an empty document, or of extra content at its end, where the file is cut short or no XML at all.
std::string_view plainer(const Reading& reading, int code) {
    if (code != XML_ERR_DOCUMENT_EMPTY && code != XML_ERR_DOCUMENT_END) return {};
    if (reading.begun == 0) return "no element stands where the first should begin";
    if (reading.begun > reading.ended) return "it ends in the middle";
    return {};
}

std::string sentence(const Reading& reading, const xmlError& error) {
    std::string text(plainer(reading, error.code));
    if (text.empty() && error.message) text = error.message;
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }), text.end());
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    if (text.size() > 200) text.resize(200);
    return "The file is not well-formed XML: " + text + ".";
}

void on_error(void* user, xmlErrorPtr error) {
    auto& reading = *static_cast<Reading*>(user);
    bool fatal = error && error->level == XML_ERR_FATAL;
    if (!fatal) return;
    Line line = error->line > 0 ? static_cast<Line>(error->line) : reading.line();
    reading.step([&] { reading.assembler.refuse(line, sentence(reading, *error)); });
}

xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    sax.internalSubset = on_doctype;
    sax.serror = on_error;
    return sax;
}

/// A few errors of libxml2 have no parser to belong to, and would be written to standard error.
void ignore_error(void*, xmlErrorPtr) {}
void ignore_message(void*, const char*, ...) {}

class Silence {
  public:
    Silence() {
        xmlSetStructuredErrorFunc(nullptr, ignore_error);
        xmlSetGenericErrorFunc(nullptr, ignore_message);
    }
    ~Silence() {
        xmlSetStructuredErrorFunc(structured_context_, structured_);
        xmlSetGenericErrorFunc(generic_context_, generic_);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

  private:
    xmlStructuredErrorFunc structured_ = xmlStructuredError;
    void* structured_context_ = xmlStructuredErrorContext;
    xmlGenericErrorFunc generic_ = xmlGenericError;
    void* generic_context_ = xmlGenericErrorContext;
};

struct FreeParser {
    void operator()(xmlParserCtxtPtr parser) const {
        if (parser->myDoc) xmlFreeDoc(parser->myDoc);
        xmlFreeParserCtxt(parser);
    }
};

}  // namespace

/// Every name goes into libxml2's dictionary, which slows with the square of their number. A census has about a
/// hundred.
static void refuse_too_many_names(Reading& reading) {
    constexpr int most_names = 10'000;
    if (xmlDictSize(reading.parser->dict) <= most_names || reading.assembler.refused()) return;
    reading.assembler.refuse(reading.line(), "The file has more names of elements and attributes than a census.");
}

static tl::expected<void, Unreadable> outcome(Reading& reading) {
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (reading.assembler.refused()) return tl::unexpected(*reading.assembler.refused());
    return {};
}

tl::expected<void, Unreadable> read_census(const Bytes& bytes, const Receiver& receiver) {
    constexpr std::size_t piece_size = 64 * 1024;
    Silence silence;
    xmlSAXHandler sax = handler();
    Reading reading{Assembler(receiver), nullptr, nullptr};
    std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlCreatePushParserCtxt(&sax, &reading, nullptr, 0, nullptr));
    if (!parser) throw std::bad_alloc();
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_COMPACT);
    reading.parser = parser.get();

    std::string_view rest = bytes();
    if (rest.empty()) reading.assembler.refuse(1, "The file is not well-formed XML: it is empty.");
    for (; !rest.empty(); rest = bytes())
        while (!rest.empty()) {
            std::string_view piece = rest.substr(0, piece_size);
            rest.remove_prefix(piece.size());
            xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
            refuse_too_many_names(reading);
            if (reading.thrown || reading.assembler.refused()) return outcome(reading);
        }
    if (!reading.assembler.refused()) xmlParseChunk(parser.get(), nullptr, 0, 1);
    if (!reading.thrown && !reading.assembler.refused()) {
        if (parser->wellFormed)
            reading.assembler.finish(reading.line());
        else
            reading.assembler.refuse(reading.line(), "The file is not well-formed XML.");
    }
    return outcome(reading);
}

}  // namespace kith::returns::cin
