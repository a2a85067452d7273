#pragma once

// The first stage of simdjson behind a C border: where the structure of a JSON text lies. Nothing here throws.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Room for an index, used again for one text after another. For one thread at a time.
typedef struct writ_json_indexer writ_json_indexer;

/// NULL when there is no memory.
writ_json_indexer *_Nullable writ_json_indexer_make(void);

void writ_json_indexer_free(writ_json_indexer *_Nonnull indexer);

/// Finds the structure of a text: the offsets of `{ } [ ] : ,` outside strings, and of the first byte of each string, number
/// and word. What lies between two of them is the rest of a string, number or word, or white space.
///
/// The text may be several texts, as the lines of NDJSON are. It is read only, and not beyond `count`.
///
/// @return whether the text is UTF-8, every string is closed and none holds a control character. Then `*positions` has
/// `*found` offsets, ascending, and one more, which is `count`. They are good until the next call.
int writ_json_index(
    writ_json_indexer *_Nonnull indexer, const uint8_t *_Nonnull bytes, size_t count,
    const uint32_t *_Nullable *_Nonnull positions, size_t *_Nonnull found);

#ifdef __cplusplus
}
#endif
