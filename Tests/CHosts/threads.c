/* Threads that decide by one store, one session, one prepared decision and one case, while the policy's file changes and is reloaded: every answer is
 * one that a version of it gives. The first argument is the path of examples/returns.writ, the second an empty folder. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "writ.h"

enum { THREADS = 4, DECISIONS = 500, VERSIONS = 10 };

static writ_store *store;
static writ_session *session;
static writ_prepared *prepared;
static writ_case *facts;

/* Takes an answer, and says whether it is wrong: 64 USD is within a limit of 150 USD and over one of 50 USD. */
static long check(writ_answer *answer, int strict_too) {
    if (answer == NULL) return 1;
    const char *rule = writ_answer_rule(answer, NULL);
    int fits = rule != NULL && (strcmp(rule, "damaged") == 0 || (strict_too && strcmp(rule, "too_large") == 0));
    /* The texts that a handle gives may be asked for by all threads at once too. */
    fits = fits && strstr(writ_answer_json(answer, NULL), writ_answer_digest(answer, NULL)) != NULL;
    writ_answer_free(answer);
    return !fits;
}

/* A case of its own for each count: an answer that went to another thread has another number. */
static long check_prepared(int count) {
    char json[256], number[32], out[1024];
    int length = snprintf(
        json, sizeof json,
        "{\"order\": {\"number\": \"%p\", \"amount\": %d}, \"reason\": \"damaged\", \"today\": \"2026-03-05\", "
        "\"id\": \"%p\"}",
        (void *)json, 1 + count % 300, (void *)json);
    snprintf(number, sizeof number, "\"id\":\"%p\"}", (void *)json);
    const char *expected = 1 + count % 300 > 150 ? "too_large" : "damaged";
    const char *rule = NULL;
    long wrong = writ_prepared_decide(prepared, json, (size_t)length, &rule) != WRIT_DETERMINED;
    wrong += rule == NULL || strcmp(rule, expected) != 0;
    ptrdiff_t written = writ_prepared_answer(prepared, json, (size_t)length, out, sizeof out - 1);
    if (written < 0 || written >= (ptrdiff_t)sizeof out) return 1;
    out[written] = 0;
    return wrong + (strstr(out, expected) == NULL) + (strstr(out, number) == NULL);
}

static void *decide(void *nothing) {
    (void)nothing;
    const char *json =
        "{\"order\": {\"number\": \"1\", \"amount\": 64}, \"reason\": \"damaged\", \"today\": \"2026-03-05\"}";
    long wrong = 0;
    for (int count = 0; count < DECISIONS; count++) {
        wrong += check(writ_store_decide(store, "refund", json, strlen(json), NULL, 0, NULL), 1);
        wrong += check(writ_session_decide(session, "refund", json, strlen(json), NULL, 0, NULL), 0);
        wrong += check_prepared(count);
        writ_case_set(facts, "order.amount", count % 2 == 0 ? "64" : "65", 2, NULL);
        wrong += check(writ_session_decide_case(session, "refund", facts, NULL, 0, NULL), 0);
        writ_policy *policy = writ_store_policy(store);
        wrong += writ_policy_decision_count(policy) != 1;
        writ_policy_free(policy);
    }
    return (void *)wrong;
}

/* Copies the policy, with another limit. */
static void write_version(const char *from, const char *to, const char *limit) {
    char text[4096];
    FILE *file = fopen(from, "r");
    if (file == NULL) exit(1);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    char *place = strstr(text, "150 USD");
    if (place == NULL || (file = fopen(to, "w")) == NULL) exit(1);
    fprintf(file, "%.*s%s%s", (int)(place - text), text, limit, place + strlen("150 USD"));
    fclose(file);
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    char copy[4096];
    snprintf(copy, sizeof copy, "%s/returns.writ", arguments[2]);
    write_version(arguments[1], copy, "150 USD");
    const char *paths[] = {copy};
    store = writ_store_open(paths, 1, NULL);
    writ_policy *policy = writ_store_policy(store);
    session = writ_session_new(policy, NULL);
    prepared = writ_prepare(policy, "refund", NULL, 0, NULL);
    const char *json =
        "{\"order\": {\"number\": \"1\", \"amount\": 64}, \"reason\": \"damaged\", \"today\": \"2026-03-05\"}";
    facts = writ_case_bind(policy, json, strlen(json), NULL);
    writ_policy_free(policy);
    if (prepared == NULL || facts == NULL) return 1;

    pthread_t threads[THREADS];
    for (int thread = 0; thread < THREADS; thread++) pthread_create(&threads[thread], NULL, decide, NULL);
    long wrong = 0;
    int sound = 0;
    for (int version = 0; version < VERSIONS; version++) {
        int is_broken = version % 5 == 4;
        write_version(arguments[1], copy, is_broken ? "150 EUR" : sound++ % 2 == 0 ? "50 USD" : "150 USD");
        wrong += writ_store_reload(store, NULL) != (is_broken ? -1 : 1);
    }
    for (int thread = 0; thread < THREADS; thread++) {
        void *found = NULL;
        pthread_join(threads[thread], &found);
        wrong += (long)found;
    }
    writ_case_free(facts);
    writ_prepared_free(prepared);
    writ_session_free(session);
    writ_store_free(store);
    if (wrong != 0) {
        fprintf(stderr, "%ld answers were wrong\n", wrong);
        return 1;
    }
    puts("every thread was answered");
    return 0;
}
