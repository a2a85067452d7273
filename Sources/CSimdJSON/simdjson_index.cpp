#include "simdjson_index.h"

#include <memory>
#include <new>
#include <simdjson.h>

using simdjson::internal::dom_parser_implementation;

struct writ_json_indexer {
    std::unique_ptr<dom_parser_implementation> parser;
};

namespace {

// Offsets are of 32 bits, and the rest of simdjson is not for more either.
constexpr size_t longest = simdjson::SIMDJSON_MAXSIZE_BYTES;

// Texts vary in length: room for twice as much is made, so that growing ends soon.
bool make_room(dom_parser_implementation &parser, size_t count) {
    if (count < parser.capacity()) { return true; }
    size_t room = count < longest / 2 ? count * 2 + 64 : longest;
    return parser.set_capacity(room) == simdjson::SUCCESS;
}

}  // namespace

extern "C" writ_json_indexer *writ_json_indexer_make(void) {
    auto indexer = new (std::nothrow) writ_json_indexer();
    if (indexer == nullptr) { return nullptr; }
    // The depth is for the second stage, which is never run.
    auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(4096, 1, indexer->parser);
    if (error == simdjson::SUCCESS) { return indexer; }
    delete indexer;
    return nullptr;
}

extern "C" void writ_json_indexer_free(writ_json_indexer *indexer) { delete indexer; }

extern "C" int writ_json_index(
    writ_json_indexer *indexer, const uint8_t *bytes, size_t count, const uint32_t **positions, size_t *found) {
    auto &parser = *indexer->parser;
    *positions = nullptr;
    *found = 0;
    if (count == 0 || count >= longest || !make_room(parser, count)) { return 0; }
    if (parser.stage1(bytes, count, simdjson::stage1_mode::regular) != simdjson::SUCCESS) { return 0; }
    *positions = parser.structural_indexes.get();
    *found = parser.n_structural_indexes;
    return 1;
}
