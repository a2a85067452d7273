/* Decides over and over, and says whether the process grew: what a host frees is gone. The first argument is the path of
 * examples/returns.writ, the second how many decisions to make. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "writ.h"

/* The pages that the process holds in memory, in bytes. */
static long resident(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* Every kind of call once, right and wrong. */
static void once(const writ_policy *policy, writ_session *session, const writ_prepared *prepared, int number) {
    char json[256];
    char out[64];
    writ_error *error;
    int length = snprintf(
        json, sizeof json, "{\"order\": {\"number\": \"%d\", \"amount\": %d}, \"reason\": \"%s\", \"today\": \"2026-03-05\"}",
        number, number % 300, number % 7 == 0 ? "nonsense" : "damaged");
    const char *rule;
    writ_prepared_answer(prepared, json, (size_t)length, out, sizeof out);
    writ_prepared_decide(prepared, json, (size_t)length, &rule);
    writ_answer *answer = writ_session_decide(session, "refund", json, (size_t)length, NULL, 0, &error);
    if (answer == NULL) {
        writ_error_text(error, NULL);
        writ_error_free(error);
        return;
    }
    writ_answer_json(answer, NULL);
    writ_answer_rule(answer, NULL);
    writ_answer_free(answer);
    if (number % 50 != 0) return;
    writ_case *facts = writ_case_bind(policy, json, (size_t)length, &error);
    writ_case_set(facts, "order.amount", "7", 1, &error);
    answer = writ_session_decide_case(session, "refund", facts, NULL, 0, &error);
    writ_answer_because(answer, NULL);
    writ_answer_free(answer);
    writ_case_free(facts);
    writ_text_free(writ_session_decide_lines(session, "refund", json, (size_t)length, NULL, 0, &error));
    const char *options = "{\"params\": {\"limit\": \"50 USD\"}}";
    writ_prepared *strict = writ_prepare(policy, "refund", options, strlen(options), &error);
    writ_text_free(writ_prepared_answer_lines(strict, json, (size_t)length, &error));
    writ_prepared_free(strict);
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    int decisions = atoi(arguments[2]);
    const char *paths[] = {arguments[1]};
    writ_policy *policy = writ_policy_load(paths, 1, NULL);
    writ_session *session = writ_session_new(policy, NULL);
    writ_prepared *prepared = writ_prepare(policy, "refund", NULL, 0, NULL);
    if (session == NULL || prepared == NULL) return 1;
    /* What is made once and kept is there after a tenth. */
    for (int number = 0; number < decisions / 10; number++) once(policy, session, prepared, number);
    long before = resident();
    for (int number = 0; number < decisions; number++) once(policy, session, prepared, number);
    long grown = resident() - before;
    writ_prepared_free(prepared);
    writ_session_free(session);
    writ_policy_free(policy);
    if (grown > 4 << 20) {
        fprintf(stderr, "%d decisions left %ld bytes behind\n", decisions, grown);
        return 1;
    }
    puts("nothing is left behind");
    return 0;
}
