#pragma once

#include "ResolutionCase.hpp"

#include <cstring>
#include <string>

/// Writes the answers as lines of JSON, byte for byte as Writ does.
class AnswerWriter {
public:
    explicit AnswerWriter(std::string_view digest)
        : tail(R"(","source":null,"needs":[],"fault":null,"policy":{"name":"resolution","digest":")" + std::string(digest)
               + R"("},"id":")") {}

    /// No answer to a case takes more, besides its id.
    static constexpr size_t most_bytes = 1024;

    /// Where the next byte goes.
    char *write(char *to, const ResolutionCase &c, const cpp_decision &decision) {
        end = to;
        text(R"({"decision":"resolution","status":"determined","outcome":)");
        if (decision.outcome == int32_t(Outcome::refund)) {
            text(R"({"refund":{"amount":")");
            money(decision.amount, false);
            text(R"("}})");
        } else {
            text("\"");
            text(outcome_names[size_t(decision.outcome)]);
            text("\"");
        }
        text(R"(,"actions":[],"rule":")");
        text(rule_names[size_t(decision.rule)]);
        text(R"(","because":")");
        because(c, decision.rule);
        text(tail);
        escaped(c.id);
        text("\"}\n");
        return end;
    }

private:
    static constexpr std::array<std::string_view, 18> rule_names{
        "beyond_order", "paid_back", "too_late", "many_claims", "partner_pallet", "damaged_shown_in_stock",
        "damaged_shown", "damaged_unseen", "missing_soon", "missing_in_stock", "missing_small", "wrong_item_in_stock",
        "wrong_item", "late_favoured", "late", "unwanted_in_time", "unwanted", "otherwise"};
    static constexpr std::array<std::string_view, 12> months{
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"};

    std::string tail;
    char *end = nullptr;

    void because(const ResolutionCase &c, int32_t rule) {
        switch (rule) {
        case 0: text("The item costs "), money(c.item_price), text(", the whole order "), money(c.paid), text("."); break;
        case 1: money(c.refunded), text(" of "), money(c.paid), text(" has gone back already."); break;
        case 2: text("Asked on "), date(c.asked_on), text(", more than 120 days after the order."); break;
        case 3: number(c.claims), text(" claims within a year."); break;
        case 4: text("A partner's pallet of "), number(c.quantity), text("."); break;
        case 5: text("The photo shows the damage, and it is in stock."); break;
        case 6: text("The photo shows the damage; "), money(c.item_price), text(" goes back."); break;
        case 7: money(c.item_price), text(" is too little to ask for a photo."); break;
        case 8: text("Delivered on "), date(c.delivered_on), text(": it may still turn up."); break;
        case 9: text("Not found, and in stock."); break;
        case 10: text("Not found; "), money(c.item_price), text(" goes back."); break;
        case 11: text("The right item goes out."); break;
        case 12: text("The right item cannot be sent; "), money(c.item_price), text(" goes back."); break;
        case 13: text("Late for a "), text(tier_names[size_t(c.tier)]), text(" customer: a fifth goes back."); break;
        case 14: text("Delivered on "), date(c.delivered_on), text(": a tenth goes back."); break;
        case 15: text("Sent back within fourteen days."); break;
        case 16: text("Too late to send "), number(c.quantity), text(" back."); break;
        default: text("No rule settles it."); break;
        }
    }

    void text(std::string_view text) {
        std::memcpy(end, text.data(), text.size());
        end += text.size();
    }

    void escaped(std::string_view text) {
        for (const char byte : text) {
            if (byte == '"' || byte == '\\') *end++ = '\\';
            *end++ = byte;
        }
    }

    /// In words with a comma before every third digit.
    void number(int64_t number, bool is_grouped = true) {
        char digits[32];
        char *first = digits + sizeof digits;
        int count = 0;
        do {
            if (is_grouped && count > 0 && count % 3 == 0) *--first = ',';
            *--first = char('0' + number % 10);
            number /= 10;
            count++;
        } while (number != 0);
        text({first, size_t(digits + sizeof digits - first)});
    }

    void money(int64_t cents, bool is_grouped = true) {
        number(cents / 100, is_grouped);
        *end++ = '.';
        *end++ = char('0' + cents / 10 % 10);
        *end++ = char('0' + cents % 10);
        text(" USD");
    }

    /// As in `19 March 2026`.
    void date(int32_t day_number) {
        const int days = day_number + 719'468;
        const int era = days / 146'097, of_era = days % 146'097;
        const int year_of_era = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
        const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        const int shifted = (5 * of_year + 2) / 153;
        const int month = shifted < 10 ? shifted + 3 : shifted - 9;
        number(of_year - (153 * shifted + 2) / 5 + 1);
        text(" ");
        text(months[size_t(month - 1)]);
        text(" ");
        number(era * 400 + year_of_era + (month <= 2 ? 1 : 0), false);
    }
};
