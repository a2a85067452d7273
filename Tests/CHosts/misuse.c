/* Calls that are wrong in every way that the library promises to notice: each must give an error, and none may end the
 * program. The first argument is the path of examples/returns.writ. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "writ.h"

static int failures = 0;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            failures++; \
        } \
    } while (0)

/* That an error came, of this kind and with these words, and frees it. */
static void expect(int line, writ_error *error, int kind, const char *words) {
    if (error == NULL) {
        fprintf(stderr, "%s:%d: no error\n", __FILE__, line);
        failures++;
        return;
    }
    size_t length = 0;
    const char *text = writ_error_text(error, &length);
    if (writ_error_kind(error) != kind || strstr(text, words) == NULL || strlen(text) != length) {
        fprintf(stderr, "%s:%d: another error: %d\n%s", __FILE__, line, writ_error_kind(error), text);
        failures++;
    }
    CHECK(writ_error_json(error, NULL)[0] == '[');
    CHECK(writ_error_text(error, NULL) == text);
    writ_error_free(error);
}

#define EXPECT(kind, words) expect(__LINE__, error, kind, words)
#define CASE "{\"order\": {\"number\": \"1\", \"amount\": 5}, \"reason\": \"damaged\", \"today\": \"2026-03-05\"}"

static void nothing_at_all(void) {
    size_t length = 7;
    writ_policy_free(NULL);
    writ_store_free(NULL);
    writ_session_free(NULL);
    writ_prepared_free(NULL);
    writ_case_free(NULL);
    writ_answer_free(NULL);
    writ_text_free(NULL);
    writ_error_free(NULL);
    CHECK(writ_policy_name(NULL, &length) == NULL);
    CHECK(writ_policy_digest(NULL, NULL) == NULL);
    CHECK(writ_policy_warnings(NULL, NULL) == NULL);
    CHECK(writ_policy_decision_count(NULL) == 0);
    CHECK(writ_policy_decision(NULL, 0, NULL) == NULL);
    CHECK(writ_store_policy(NULL) == NULL);
    CHECK(writ_answer_status(NULL) == WRIT_NO_ANSWER);
    CHECK(writ_answer_rule(NULL, NULL) == NULL);
    CHECK(writ_answer_because(NULL, NULL) == NULL);
    CHECK(writ_answer_digest(NULL, NULL) == NULL);
    CHECK(writ_answer_json(NULL, NULL) == NULL);
    CHECK(writ_answer_explanation(NULL, NULL) == NULL);
    CHECK(writ_answer_explanation_text(NULL, NULL) == NULL);
    CHECK(writ_text_bytes(NULL, NULL) == NULL);
    CHECK(writ_error_kind(NULL) == WRIT_NO_ERROR);
    CHECK(writ_error_text(NULL, NULL) == NULL);
    CHECK(writ_error_json(NULL, NULL) == NULL);
    CHECK(writ_session_decide(NULL, NULL, NULL, 0, NULL, 0, NULL) == NULL);
    CHECK(writ_store_reload(NULL, NULL) == -1);
    CHECK(writ_prepare(NULL, NULL, NULL, 0, NULL) == NULL);
    CHECK(writ_prepared_answer(NULL, CASE, strlen(CASE), NULL, 0) == -1);
    CHECK(writ_prepared_decide(NULL, CASE, strlen(CASE), NULL) == WRIT_NO_ANSWER);
    CHECK(writ_prepared_answer_lines(NULL, CASE, strlen(CASE), NULL) == NULL);
}

static void loading(const char *path) {
    writ_error *error = NULL;
    CHECK(writ_policy_load(NULL, 1, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`paths` is empty");
    const char *none[] = {NULL};
    CHECK(writ_policy_load(none, 1, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`paths[0]` is NULL");
    CHECK(writ_policy_load(none, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`paths` is empty");
    CHECK(writ_policy_load(none, SIZE_MAX, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "too many");
    const char *nowhere[] = {"/nowhere.writ"};
    CHECK(writ_policy_load(nowhere, 1, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "cannot read");
    CHECK(writ_store_open(nowhere, 1, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "cannot read");
    const char *broken[] = {"\xff\xfe.writ"};
    CHECK(writ_policy_load(broken, 1, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`paths[0]` is not UTF-8");

    CHECK(writ_policy_parse(NULL, 10, NULL, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`text` is NULL");
    CHECK(writ_policy_parse("policy p", SIZE_MAX, NULL, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "at most");
    CHECK(writ_policy_parse("policy p\nfact \xff : integer\n", 26, NULL, &error) == NULL);
    EXPECT(WRIT_POLICY_ERROR, "policy.writ:2");
    CHECK(writ_policy_parse("nonsense", 8, "mine.writ", &error) == NULL);
    EXPECT(WRIT_POLICY_ERROR, "mine.writ:1");

    const char *paths[] = {path};
    writ_policy *policy = writ_policy_load(paths, 1, &error);
    CHECK(policy != NULL && error == NULL);
    CHECK(strcmp(writ_policy_decision(policy, 0, NULL), "refund") == 0);
    CHECK(writ_policy_decision(policy, 1, NULL) == NULL);
    CHECK(writ_policy_decision(policy, SIZE_MAX, NULL) == NULL);
    CHECK(strcmp(writ_policy_warnings(policy, NULL), "[]\n") == 0);
    writ_policy_free(policy);
}

static void deciding(const char *path) {
    writ_error *error = NULL;
    const char *paths[] = {path};
    writ_policy *policy = writ_policy_load(paths, 1, &error);
    writ_session *session = writ_session_new(policy, &error);
    CHECK(session != NULL);

    CHECK(writ_session_new(NULL, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`policy` is NULL");
    CHECK(writ_session_new((writ_policy *)session, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`policy` is a handle of another type");

    CHECK(writ_session_decide(session, NULL, CASE, strlen(CASE), NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`decision` is NULL");
    CHECK(writ_session_decide(session, "refnd", CASE, strlen(CASE), NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "has no decision `refnd`");
    CHECK(writ_session_decide(session, "\xc3\x28", CASE, strlen(CASE), NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`decision` is not UTF-8");
    char endless[5000];
    memset(endless, 'x', sizeof endless);
    CHECK(writ_session_decide(session, endless, CASE, strlen(CASE), NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`decision` has no end");

    CHECK(writ_session_decide(session, "refund", NULL, 3, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`json` is NULL");
    CHECK(writ_session_decide(session, "refund", CASE, SIZE_MAX, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "at most");
    CHECK(writ_session_decide(session, "refund", CASE, 0, NULL, 0, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "facts");
    CHECK(writ_session_decide(session, "refund", "{\"order\": \"\xff\"}", 14, NULL, 0, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "UTF-8");
    CHECK(writ_session_decide(session, "refund", "{\0}", 3, NULL, 0, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "facts");
    CHECK(writ_session_decide(session, "refund", "[]", 2, NULL, 0, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "a case is a group of facts");

    CHECK(writ_session_decide(session, "refund", CASE, strlen(CASE), "{\"parms\": {}}", 13, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "there is no option `parms`");
    CHECK(writ_session_decide(session, "refund", CASE, strlen(CASE), "[", 1, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "options");
    CHECK(writ_session_decide(session, "refund", CASE, strlen(CASE), "{\"params\": 1}", 13, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "by their names");
    CHECK(writ_session_decide(session, "refund", CASE, strlen(CASE), "{\"as_of\": \"soon\"}", 17, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`soon`");
    CHECK(writ_session_decide(session, "refund", CASE, strlen(CASE), "{\"language\": []}", 16, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "one text");
    CHECK(writ_session_decide_lines(session, "refnd", "", 0, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "has no decision `refnd`");
    CHECK(writ_session_decide_case(session, "refund", NULL, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`facts` is NULL");

    /* Without a place for it, an error is no more than NULL. */
    CHECK(writ_session_decide(session, "refnd", CASE, strlen(CASE), NULL, 0, NULL) == NULL);

    writ_answer *answer = writ_session_decide(session, "refund", CASE, strlen(CASE), NULL, 0, &error);
    CHECK(answer != NULL && error == NULL);
    CHECK(writ_answer_status(answer) == WRIT_DETERMINED);
    CHECK(strcmp(writ_answer_rule(answer, NULL), "damaged") == 0);
    CHECK(strcmp(writ_answer_digest(answer, NULL), writ_policy_digest(policy, NULL)) == 0);
    CHECK(writ_answer_status((writ_answer *)session) == WRIT_NO_ANSWER);
    CHECK(strstr(writ_answer_explanation(answer, NULL), "\"explanation\":") != NULL);
    CHECK(strstr(writ_answer_explanation_text(answer, NULL), "what would change it") != NULL);

    /* Everything that an answer needs goes on without what it came from. */
    writ_session_free(session);
    writ_policy_free(policy);
    CHECK(strstr(writ_answer_json(answer, NULL), "\"refund\":{\"amount\":\"5.00 USD\"}") != NULL);
    writ_answer_free(answer);
}

static void cases(const char *path) {
    writ_error *error = NULL;
    const char *paths[] = {path};
    writ_policy *policy = writ_policy_load(paths, 1, &error);
    const char *text = "policy other\nfact n : integer\ndecision refund : integer\n  first\n  otherwise n\n";
    writ_policy *other = writ_policy_parse(text, strlen(text), NULL, &error);
    CHECK(other != NULL);
    writ_session *session = writ_session_new(other, &error);
    CHECK(writ_case_bind(policy, "{\"ordr\": 1}", 11, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "no fact `ordr`");
    writ_case *facts = writ_case_bind(policy, CASE, strlen(CASE), &error);
    CHECK(facts != NULL);

    CHECK(writ_case_set(facts, "order.amont", "1", 1, &error) == -1);
    EXPECT(WRIT_USAGE_ERROR, "did you mean");
    CHECK(writ_case_set(facts, "order.amount", "\"1 EUR\"", 7, &error) == -1);
    EXPECT(WRIT_INPUT_ERROR, "this is in EUR");
    CHECK(writ_case_set(facts, "order.amount", "{", 1, &error) == -1);
    EXPECT(WRIT_INPUT_ERROR, "order.amount");
    CHECK(writ_case_set(facts, NULL, "1", 1, &error) == -1);
    EXPECT(WRIT_USAGE_ERROR, "`path` is NULL");
    CHECK(writ_session_decide_case(session, "refund", facts, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "is a case of `returns`");
    writ_session_free(session);

    session = writ_session_new(policy, &error);
    CHECK(writ_case_set(facts, "order.amount", "200", 3, &error) == 0 && error == NULL);
    writ_answer *answer = writ_session_decide_case(session, "refund", facts, NULL, 0, &error);
    CHECK(answer != NULL && strcmp(writ_answer_rule(answer, NULL), "too_large") == 0);
    writ_answer_free(answer);
    CHECK(writ_case_set(facts, "reason", "null", 4, &error) == 0);

    const char *lines = CASE "\n\n{\"order\": 1, \"id\": \"x\"}\nnonsense";
    writ_text *answers = writ_session_decide_lines(session, "refund", lines, strlen(lines), NULL, 0, &error);
    size_t length = 0;
    const char *bytes = writ_text_bytes(answers, &length);
    int count = 0;
    for (size_t index = 0; index < length; index++) count += bytes[index] == '\n';
    CHECK(count == 3);
    CHECK(strstr(bytes, "\"status\":\"rejected\"") != NULL && strstr(bytes, "\"id\":\"x\"") != NULL);
    writ_text_free(answers);

    writ_case_free(facts);
    writ_session_free(session);
    writ_policy_free(other);
    writ_policy_free(policy);
}

static void preparing(const char *path) {
    writ_error *error = NULL;
    const char *paths[] = {path};
    writ_policy *policy = writ_policy_load(paths, 1, &error);
    CHECK(writ_prepare(NULL, "refund", NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`policy` is NULL");
    CHECK(writ_prepare(policy, NULL, NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`decision` is NULL");
    CHECK(writ_prepare(policy, "refnd", NULL, 0, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "has no decision `refnd`");
    CHECK(writ_prepare(policy, "refund", "{\"parms\": {}}", 13, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "there is no option `parms`");
    CHECK(writ_prepare(policy, "refund", "{\"params\": {\"limit\": \"1 EUR\"}}", 30, &error) == NULL);
    EXPECT(WRIT_INPUT_ERROR, "EUR");
    CHECK(writ_prepare(policy, "refund", "{}", SIZE_MAX, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "at most");

    writ_prepared *prepared = writ_prepare(policy, "refund", NULL, 0, &error);
    CHECK(prepared != NULL && error == NULL);
    CHECK(writ_prepared_answer_lines(prepared, NULL, 1, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "`lines` is NULL");
    CHECK(writ_prepared_answer_lines(prepared, "{}", SIZE_MAX, &error) == NULL);
    EXPECT(WRIT_USAGE_ERROR, "at most");

    /* What is no prepared decision, no case or no buffer. */
    char out[2048];
    const char *rule = "";
    CHECK(writ_prepared_answer((writ_prepared *)policy, CASE, strlen(CASE), out, sizeof out) == -1);
    CHECK(writ_prepared_decide((writ_prepared *)policy, CASE, strlen(CASE), &rule) == WRIT_NO_ANSWER && rule == NULL);
    CHECK(writ_policy_name((writ_policy *)prepared, NULL) == NULL);
    CHECK(writ_prepared_answer(prepared, NULL, 1, out, sizeof out) == -1);
    CHECK(writ_prepared_answer(prepared, CASE, SIZE_MAX, out, sizeof out) == -1);
    CHECK(writ_prepared_answer(prepared, CASE, strlen(CASE), NULL, sizeof out) == -1);
    CHECK(writ_prepared_decide(prepared, NULL, 1, NULL) == WRIT_NO_ANSWER);
    CHECK(writ_prepared_decide(prepared, CASE, SIZE_MAX, NULL) == WRIT_NO_ANSWER);

    /* A buffer that is too short, by much or by one byte, stays as it is. */
    writ_session *session = writ_session_new(policy, &error);
    writ_answer *answer = writ_session_decide(session, "refund", CASE, strlen(CASE), NULL, 0, &error);
    size_t length = 0;
    const char *json = writ_answer_json(answer, &length);
    memset(out, 'x', sizeof out);
    CHECK(writ_prepared_answer(prepared, CASE, strlen(CASE), NULL, 0) == (ptrdiff_t)length);
    CHECK(writ_prepared_answer(prepared, CASE, strlen(CASE), out, 0) == (ptrdiff_t)length);
    CHECK(writ_prepared_answer(prepared, CASE, strlen(CASE), out, length - 1) == (ptrdiff_t)length);
    CHECK(out[0] == 'x' && out[length - 2] == 'x');
    CHECK(writ_prepared_answer(prepared, CASE, strlen(CASE), out, length) == (ptrdiff_t)length);
    CHECK(memcmp(out, json, length) == 0 && out[length] == 'x');
    writ_answer_free(answer);
    writ_session_free(session);
    writ_policy_free(policy);

    /* What a case is refused for is said in its answer. */
    const char *refused[] = {"", "nonsense", "[]", "{", "{\"order\": \"\xff\"}", "{\"ordr\": 1}"};
    for (size_t index = 0; index < sizeof refused / sizeof refused[0]; index++) {
        memset(out, 0, sizeof out);
        CHECK(writ_prepared_answer(prepared, refused[index], strlen(refused[index]), out, sizeof out - 1) > 0);
        CHECK(strstr(out, "\"status\":\"rejected\",\"errors\":[{\"code\"") != NULL);
        CHECK(writ_prepared_decide(prepared, refused[index], strlen(refused[index]), &rule) == WRIT_REJECTED);
        CHECK(rule == NULL);
    }

    const char *first = NULL;
    CHECK(writ_prepared_decide(prepared, CASE, strlen(CASE), &first) == WRIT_DETERMINED);
    CHECK(first != NULL && strcmp(first, "damaged") == 0);
    CHECK(writ_prepared_decide(prepared, CASE, strlen(CASE), &rule) == WRIT_DETERMINED && rule == first);
    const char *open = "{\"order\": {\"number\": \"1\", \"amount\": 5}, \"today\": \"2026-03-05\"}";
    CHECK(writ_prepared_decide(prepared, open, strlen(open), &rule) == WRIT_UNDETERMINED && rule == NULL);

    const char *lines = CASE "\n\n{\"order\": 1, \"id\": \"x\"}\nnonsense";
    writ_text *answers = writ_prepared_answer_lines(prepared, lines, strlen(lines), &error);
    const char *bytes = writ_text_bytes(answers, &length);
    int count = 0;
    for (size_t index = 0; index < length; index++) count += bytes[index] == '\n';
    CHECK(count == 3 && bytes[length] == 0);
    CHECK(strstr(bytes, "{\"decision\":\"refund\",\"status\":\"determined\"") == bytes);
    CHECK(strstr(bytes, "\"status\":\"rejected\"") != NULL && strstr(bytes, "\"id\":\"x\"") != NULL);
    writ_text_free(answers);
    writ_prepared_free(prepared);
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    nothing_at_all();
    loading(arguments[1]);
    deciding(arguments[1]);
    cases(arguments[1]);
    preparing(arguments[1]);
    if (failures == 0) puts("every misuse was refused");
    return failures == 0 ? 0 : 1;
}
