/*
 * Writ from C, and from whatever calls C: load a policy, hand over facts as JSON, get answers as JSON.
 *
 * Errors    A function that can fail takes a `writ_error **error` last. It may be NULL. It is set to NULL when all goes
 *           well, and else to an error that the caller frees. Nothing is thrown and no signal raised across this border.
 * Ownership What a function returns as a handle (`writ_policy *`, `writ_answer *`, …) is the caller's, to be freed once with
 *           the function of its type; freeing NULL does nothing. Texts that a handle gives (`const char *`) are the handle's
 *           and live as long as it does. What the caller passes in is read before the function returns and not kept.
 * Texts     All text is UTF-8. Documents go with their length in bytes and need no NUL at the end; names and paths are
 *           NUL-terminated. Texts that come back have a length, which goes to `*length` unless that is NULL, and a NUL too.
 * Threads   Every function may be called on any thread at any time, with handles that other threads use, except that a
 *           handle must not be freed while it is used. A session serves one call at a time, others wait: give each thread
 *           one of its own.
 * Arguments What is NULL, too long, not UTF-8 or not there by its name is an error. A pointer that was freed, or that never
 *           came from this library, is not detected.
 */
#ifndef WRIT_H
#define WRIT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of this interface. It grows when something is taken away or changed, not when something is added. */
#define WRIT_ABI_VERSION 1

/** A policy that has been checked and made ready to run. It never changes. */
typedef struct writ_policy writ_policy;
/** The current version of a policy, and the place where a new one takes over. */
typedef struct writ_store writ_store;
/** Memory for asking one policy about case after case. It holds on to the policy. */
typedef struct writ_session writ_session;
/** A decision made ready to be asked very often, by all threads at once. It holds on to the policy. */
typedef struct writ_prepared writ_prepared;
/** One case, read and checked once, to be asked several decisions and to be changed. It holds on to the policy. */
typedef struct writ_case writ_case;
/** What a policy concluded about one case. It holds on to the policy. */
typedef struct writ_answer writ_answer;
/** A text by itself. */
typedef struct writ_text writ_text;
/** Why something could not be done. */
typedef struct writ_error writ_error;

/** What became of a question. The numbers stay as they are. */
enum writ_status {
    /** No answer was passed in, or nothing that could be asked. */
    WRIT_NO_ANSWER = -1,
    /** The outcome is certain. */
    WRIT_DETERMINED = 0,
    /** Facts are missing that matter; the answer names them. */
    WRIT_UNDETERMINED = 1,
    /** A calculation that mattered went wrong; the answer says where. */
    WRIT_FAULTED = 2,
    /** The case does not fit the facts. Only writ_prepared_decide says so; elsewhere it is an error. */
    WRIT_REJECTED = 3
};

/** Whose mistake an error is. The numbers stay as they are. */
enum writ_error_kind {
    /** No error was passed in. */
    WRIT_NO_ERROR = 0,
    /** The policy has errors. */
    WRIT_POLICY_ERROR = 1,
    /** The facts, params or files are wrong or unreadable. */
    WRIT_INPUT_ERROR = 2,
    /** What was asked for is not there, or the call itself is wrong. */
    WRIT_USAGE_ERROR = 3
};

/* ---- the library ---- */

/** The `WRIT_ABI_VERSION` that the library was built with: compare it with the one you were compiled with. */
uint32_t writ_abi_version(void);

/** The version of Writ, such as "0.1.0". It lives for ever. */
const char *writ_version(void);

/* ---- policies ---- */

/** Reads and checks the policy that files and folders make up. NULL with an error that shows each mistake and its place. */
writ_policy *writ_policy_load(const char *const *paths, size_t count, writ_error **error);

/** Checks a policy given as text. `path` is what messages call it, and what it uses is looked for beside; NULL is
 *  "policy.writ". */
writ_policy *writ_policy_parse(const char *text, size_t length, const char *path, writ_error **error);

/** The name in the header of the policy's first file; NULL for NULL. */
const char *writ_policy_name(const writ_policy *policy, size_t *length);

/** A fingerprint of everything that was read, as hexadecimal digits; NULL for NULL. */
const char *writ_policy_digest(const writ_policy *policy, size_t *length);

/** What the checker warned of, as a JSON list of the objects of writ_error_json; NULL for NULL. */
const char *writ_policy_warnings(const writ_policy *policy, size_t *length);

/** How many decisions the policy has; 0 for NULL. */
size_t writ_policy_decision_count(const writ_policy *policy);

/** The name of a decision, in the order declared; NULL when there are not so many. */
const char *writ_policy_decision(const writ_policy *policy, size_t index, size_t *length);

/** Frees a policy. Sessions, cases and answers that hold on to it go on. */
void writ_policy_free(writ_policy *policy);

/* ---- stores ---- */

/** Reads and checks the policy that files and folders make up, to be reloaded later. */
writ_store *writ_store_open(const char *const *paths, size_t count, writ_error **error);

/** Reads the files again on the calling thread, and lets the new version answer from now on if it is sound.
 *  1 when a new version answers, 0 when nothing has changed, -1 with an error when the old one goes on. Nobody who asks
 *  the store waits for this. */
int writ_store_reload(writ_store *store, writ_error **error);

/** The version that answers now. A handle of its own, to be freed; NULL for NULL. */
writ_policy *writ_store_policy(const writ_store *store);

/** writ_session_decide by the version that answers now. */
writ_answer *writ_store_decide(
    writ_store *store, const char *decision, const char *json, size_t length, const char *options,
    size_t options_length, writ_error **error);

/** Frees a store. Policies and answers from it go on. */
void writ_store_free(writ_store *store);

/* ---- sessions ---- */

/** Memory for asking a policy: one for each thread. */
writ_session *writ_session_new(const writ_policy *policy, writ_error **error);

/** Makes a decision about the case that a JSON object tells.
 *
 *  `options` is NULL, or a JSON object with any of these:
 *      "params"     values for params, by name: {"reship_limit": "100 USD"}
 *      "arguments"  values for the decision's arguments, by name
 *      "language"   the language of texts, such as "zh"
 *      "as_of"      a date, which `today` becomes, or an instant, which `now` becomes
 *
 *  NULL with an error only when what is asked is wrong: a fact that does not fit, a decision that is not there. What a
 *  case makes of the rules is in the answer. */
writ_answer *writ_session_decide(
    writ_session *session, const char *decision, const char *json, size_t length, const char *options,
    size_t options_length, writ_error **error);

/** The same about a case that was bound before, to this session's policy or to one with the same digest. */
writ_answer *writ_session_decide_case(
    writ_session *session, const char *decision, const writ_case *facts, const char *options, size_t options_length,
    writ_error **error);

/** The same for many cases, one JSON object a line (NDJSON). The text has one line of JSON for each line that is not
 *  blank, in the same order: its answer, or `"status":"rejected"` with the mistakes in the case. NULL with an error only
 *  when no case at all can be asked. The session prepares the decision, and keeps that while it is asked the same. */
writ_text *writ_session_decide_lines(
    writ_session *session, const char *decision, const char *lines, size_t length, const char *options,
    size_t options_length, writ_error **error);

/** Frees a session. */
void writ_session_free(writ_session *session);

/* ---- prepared decisions ---- */

/** Makes a decision ready to be asked very often: what does not depend on a case is worked out, once. `options` are those of
 *  writ_session_decide and hold for every case. Takes milliseconds for a policy of thousands of rules, and memory that the
 *  handle keeps; after a few hundred cases it has paid. */
writ_prepared *writ_prepare(
    const writ_policy *policy, const char *decision, const char *options, size_t options_length, writ_error **error);

/** Makes the decision about the case that a JSON object tells, and writes the answer's JSON, the bytes of
 *  writ_answer_json, into the caller's buffer `out` of `capacity` bytes. There is no NUL at the end.
 *
 *  The length of the answer. When it is more than `capacity` nothing was written: make the buffer as large and ask again.
 *  `out` may be NULL when `capacity` is 0. A case that does not fit the facts has an answer too, the line with
 *  `"status":"rejected"` that writ_prepared_answer_lines gives. -1 when the call itself is wrong: `prepared`, `json` or
 *  `out` is NULL or of another type, or `length` is more than a document may have.
 *
 *  May be called by any number of threads at once with one handle, which has memory for each that asks at the same time.
 *  After the first calls it is used again, and little or nothing is allocated. */
ptrdiff_t writ_prepared_answer(
    const writ_prepared *prepared, const char *json, size_t length, char *out, size_t capacity);

/** The same without the words, for who only branches: one of `enum writ_status`, WRIT_REJECTED for a case that does not fit
 *  the facts and WRIT_NO_ANSWER when the call itself is wrong. `*rule` becomes the name of the rule that answered, NULL when
 *  none did, or several; `rule` may be NULL. A rule's name is always the same pointer, and lives as long as the handle. */
int writ_prepared_decide(const writ_prepared *prepared, const char *json, size_t length, const char **rule);

/** Answers many cases, one JSON object a line (NDJSON), as writ_session_decide_lines does. */
writ_text *writ_prepared_answer_lines(
    const writ_prepared *prepared, const char *lines, size_t length, writ_error **error);

/** Frees a prepared decision. Names that it gave go with it. */
void writ_prepared_free(writ_prepared *prepared);

/* ---- cases ---- */

/** Reads and checks the case that a JSON object tells. What it leaves out is an error only when a decision needs it. */
writ_case *writ_case_bind(const writ_policy *policy, const char *json, size_t length, writ_error **error);

/** Changes one fact, or a part of one, to a JSON value: "order.amount", "order.lines[2].sku", elements from 1; null makes
 *  it unknown. 0, or -1 with an error and the case as it was. */
int writ_case_set(writ_case *facts, const char *path, const char *json, size_t length, writ_error **error);

/** Frees a case. */
void writ_case_free(writ_case *facts);

/* ---- answers ---- */

/** What became of the question, one of `enum writ_status`. */
int writ_answer_status(const writ_answer *answer);

/** The rule that answered; NULL when none did, or several. */
const char *writ_answer_rule(const writ_answer *answer, size_t *length);

/** Why, in the language asked for; under the collecting modes one line a rule. NULL for NULL. */
const char *writ_answer_because(const writ_answer *answer, size_t *length);

/** The digest of the policy that answered; NULL for NULL. */
const char *writ_answer_digest(const writ_answer *answer, size_t *length);

/** The answer as one line of JSON, with the fields that docs/language/12-facts-on-the-wire.md lists; NULL for NULL. */
const char *writ_answer_json(const writ_answer *answer, size_t *length);

/** The same with `explanation`: the facts read, the rules passed over, and what would change the answer. The case is
 *  looked at once more, which takes longer than the answer did. NULL for NULL. */
const char *writ_answer_explanation(const writ_answer *answer, size_t *length);

/** The explanation for a person; NULL for NULL. */
const char *writ_answer_explanation_text(const writ_answer *answer, size_t *length);

/** Frees an answer and its texts. */
void writ_answer_free(writ_answer *answer);

/* ---- texts ---- */

/** The bytes of a text; NULL for NULL. */
const char *writ_text_bytes(const writ_text *text, size_t *length);

/** Frees a text. */
void writ_text_free(writ_text *text);

/* ---- errors ---- */

/** Whose mistake it is, one of `enum writ_error_kind`. */
int writ_error_kind(const writ_error *error);

/** Each mistake with its place and what helps, for a person; NULL for NULL. */
const char *writ_error_text(const writ_error *error, size_t *length);

/** The mistakes as a JSON list of objects with "code", "message", "path", "line", "column", "help" and more; NULL for NULL. */
const char *writ_error_json(const writ_error *error, size_t *length);

/** Frees an error and its texts. */
void writ_error_free(writ_error *error);

#ifdef __cplusplus
}
#endif

#endif /* WRIT_H */
