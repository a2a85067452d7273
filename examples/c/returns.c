/* A host in C: decides whether to pay a customer back. The first argument is the policy's path. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "writ.h"

/* Says what is wrong, and ends. */
static void fail(writ_error *error) {
    fputs(writ_error_text(error, NULL), stderr);
    writ_error_free(error);
    exit(1);
}

static void decide(writ_session *session, const char *json, const char *options) {
    writ_error *error;
    size_t options_length = options == NULL ? 0 : strlen(options);
    writ_answer *answer =
        writ_session_decide(session, "refund", json, strlen(json), options, options_length, &error);
    if (answer == NULL) {
        printf("not asked: %s", writ_error_text(error, NULL));
        writ_error_free(error);
        return;
    }
    switch (writ_answer_status(answer)) {
    case WRIT_DETERMINED:
        printf("%s: %s\n", writ_answer_rule(answer, NULL), writ_answer_because(answer, NULL));
        break;
    default: printf("open\n");
    }
    printf("%s\n", writ_answer_json(answer, NULL));
    writ_answer_free(answer);
}

/* Very many cases: the decision is prepared once, and answers go into a buffer of ours. */
static void decide_often(const writ_policy *policy, const char *json) {
    writ_error *error;
    writ_prepared *prepared = writ_prepare(policy, "refund", NULL, 0, &error);
    if (prepared == NULL) fail(error);
    char answer[1024];
    ptrdiff_t length = writ_prepared_answer(prepared, json, strlen(json), answer, sizeof answer);
    if (length >= 0 && (size_t)length <= sizeof answer) printf("%.*s\n", (int)length, answer);
    const char *rule;
    if (writ_prepared_decide(prepared, json, strlen(json), &rule) == WRIT_DETERMINED && rule != NULL)
        printf("by %s\n", rule);
    writ_prepared_free(prepared);
}

int main(int count, char **arguments) {
    if (count < 2 || writ_abi_version() != WRIT_ABI_VERSION) return 2;

    writ_error *error;
    const char *paths[] = {arguments[1]};
    writ_policy *policy = writ_policy_load(paths, 1, &error);
    if (policy == NULL) fail(error);
    for (size_t index = 0; index < writ_policy_decision_count(policy); index++)
        printf("%s decides %s\n", writ_policy_name(policy, NULL), writ_policy_decision(policy, index, NULL));

    const char *damaged =
        "{\"order\": {\"number\": \"A-17\", \"amount\": \"64.00 USD\"}, \"reason\": \"damaged\","
        " \"today\": \"2026-03-05\"}";
    decide_often(policy, damaged);

    /* The session holds on to the policy, which need not be kept. */
    writ_session *session = writ_session_new(policy, &error);
    writ_policy_free(policy);
    if (session == NULL) fail(error);

    decide(session, damaged, NULL);
    decide(session, damaged, "{\"params\": {\"limit\": \"50 USD\"}}");
    decide(session, "{\"order\": {\"number\": \"A-18\", \"amount\": \"64.00 USD\"}, \"today\": \"2026-03-05\"}", NULL);
    decide(session, "{\"order\": {\"number\": \"A-19\", \"amount\": \"64.00 EUR\"}, \"today\": \"2026-03-05\"}", NULL);

    writ_session_free(session);
    return 0;
}
