#include "AnswerWriter.hpp"
#include "CaseReader.hpp"

#include <vector>

struct cpp_resolver {
    simdjson::ondemand::parser parser;
    CaseReader reader;
    AnswerWriter writer;
    std::vector<char> answers = std::vector<char>(size_t(1) << 16);

    explicit cpp_resolver(const char *digest) : writer(digest) {}
};

cpp_resolver *cpp_resolver_make(const char *policy_digest) { return new cpp_resolver(policy_digest); }

void cpp_resolver_free(cpp_resolver *resolver) { delete resolver; }

size_t cpp_padding() { return simdjson::SIMDJSON_PADDING; }

bool cpp_resolve(cpp_resolver *resolver, const uint8_t *json, size_t count, cpp_decision *decision) {
    simdjson::ondemand::document document;
    ResolutionCase c;
    const simdjson::padded_string_view view(json, count, count + simdjson::SIMDJSON_PADDING);
    if (resolver->parser.iterate(view).get(document) || !resolver->reader.read(document, c)) return false;
    *decision = decide(c);
    return true;
}

/// The text is indexed in batches of a megabyte, which is quicker than line by line.
bool cpp_answer_lines(
    cpp_resolver *resolver, const uint8_t *lines, size_t count, cpp_sink sink, void *context) {
    simdjson::ondemand::document_stream documents;
    if (resolver->parser.iterate_many(lines, count, size_t(1) << 20).get(documents)) return false;
    std::vector<char> &answers = resolver->answers;
    char *const start = answers.data();
    char *end = start;
    const auto flush = [&] {
        sink(context, reinterpret_cast<const uint8_t *>(start), size_t(end - start));
        end = start;
    };
    for (auto document : documents) {
        ResolutionCase c;
        if (!resolver->reader.read(document, c)) return false;
        const size_t most = AnswerWriter::most_bytes + 2 * c.id.size();
        if (most > answers.size()) return false;
        if (answers.size() - size_t(end - start) < most) flush();
        end = resolver->writer.write(end, c, decide(c));
    }
    flush();
    return true;
}
