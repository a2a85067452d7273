#pragma once

// What a C++ programmer would write by hand instead of `Policies/resolution`: simdjson On-Demand, exact money, and if/else.
// And a count of allocations, which needs a place below Swift.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The conclusion reached: a rule's number, or the number of rules for `otherwise`.
typedef struct {
    int32_t rule;
    /// The number of the outcome, in the order of the policy's type.
    int32_t outcome;
    /// In cents; 0 for outcomes without an amount.
    int64_t amount;
} cpp_decision;

/// A parser and its buffers, used again for one case after another.
typedef struct cpp_resolver cpp_resolver;

cpp_resolver *_Nonnull cpp_resolver_make(const char *_Nonnull policy_digest);
void cpp_resolver_free(cpp_resolver *_Nonnull resolver);

/// How many readable bytes must follow a text.
size_t cpp_padding(void);

/// Reads one case and decides it; false when it cannot be read.
bool cpp_resolve(
    cpp_resolver *_Nonnull resolver, const uint8_t *_Nonnull json, size_t count, cpp_decision *_Nonnull decision);

/// Takes answer lines, whole ones, as they are ready.
typedef void (*cpp_sink)(void *_Nullable context, const uint8_t *_Nonnull lines, size_t count);

/// Reads cases, one a line, and writes an answer line for each, as `writ eval --format ndjson` does.
///
/// @return whether every case could be read.
bool cpp_answer_lines(
    cpp_resolver *_Nonnull resolver, const uint8_t *_Nonnull lines, size_t count, cpp_sink _Nonnull sink,
    void *_Nullable context);

/// How often this thread has asked for memory so far: every `malloc`, `calloc`, `realloc` and aligned allocation.
uint64_t cpp_allocation_count(void);

#ifdef __cplusplus
}
#endif
