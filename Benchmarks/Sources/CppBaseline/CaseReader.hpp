#pragma once

#include "ResolutionCase.hpp"

#include <simdjson.h>

#include <optional>

/// Reads cases with simdjson On-Demand, by key and in any order; money and dates exactly.
///
/// Nothing throws: a read that fails is remembered, and the case is no case. As in the policy, what is optional may be left
/// out or null, but this baseline knows no unknowns: such a case is refused.
class CaseReader {
public:
    template <typename Document> bool read(Document &document, ResolutionCase &c) {
        simdjson::ondemand::object object;
        if (document.get_object().get(object)) return false;
        failed = false;
        c.id = text(object, "id");
        c.paid = money(object, "paid");
        c.item_price = money(object, "item_price");
        c.refunded = money(object, "refunded");
        c.ordered_on = date(object, "ordered_on");
        c.delivered_on = date(object, "delivered_on");
        c.asked_on = date(object, "asked_on");
        c.claims = integer(object, "claims");
        c.quantity = integer(object, "quantity");
        c.problem = problem(text(object, "problem"));
        c.channel = channel(text(object, "channel"));
        c.tier = tier(text(object, "tier"));
        c.region = region(text(object, "region"));
        c.has_photo = boolean(object, "has_photo");
        c.in_stock = boolean(object, "in_stock");
        return !failed;
    }

private:
    using Object = simdjson::ondemand::object;
    bool failed = false;

    std::string_view text(Object &object, std::string_view key) {
        std::string_view text;
        failed |= object[key].get_string().get(text) != simdjson::SUCCESS;
        return text;
    }

    bool boolean(Object &object, std::string_view key) {
        bool value = false;
        failed |= object[key].get_bool().get(value) != simdjson::SUCCESS;
        return value;
    }

    int32_t integer(Object &object, std::string_view key) {
        int64_t value = 0;
        failed |= object[key].get_int64().get(value) != simdjson::SUCCESS;
        return int32_t(value);
    }

    /// Cents from the digits themselves: no double on the way.
    int64_t money(Object &object, std::string_view key) {
        std::string_view token;
        if (object[key].raw_json_token().get(token)) return fail();
        int64_t cents = 0;
        int decimals = -1;
        bool any = false;
        for (const char digit : token) {
            if (digit == '.' && decimals < 0) {
                decimals = 0;
            } else if (digit >= '0' && digit <= '9') {
                if (decimals >= 0 && ++decimals > 2) return fail();
                cents = cents * 10 + (digit - '0');
                any = true;
            } else if (digit == ' ' || digit == '\n' || digit == '\r' || digit == '\t') {
                break;
            } else {
                return fail();
            }
        }
        if (!any) return fail();
        for (int decimal = decimals < 0 ? 0 : decimals; decimal < 2; decimal++) cents *= 10;
        return cents;
    }

    /// The number of the day that `2026-03-19` is, counted from 1970-01-01.
    int32_t date(Object &object, std::string_view key) {
        const std::string_view day_text = text(object, key);
        if (day_text.size() != 10 || day_text[4] != '-' || day_text[7] != '-') return int32_t(fail());
        const auto digits = [&](int from, int count) {
            int number = 0;
            for (int index = from; index < from + count; index++) {
                const unsigned digit = unsigned(day_text[size_t(index)]) - '0';
                if (digit > 9) fail();
                number = number * 10 + int(digit);
            }
            return number;
        };
        const int year = digits(0, 4), month = digits(5, 2), day = digits(8, 2);
        if (month < 1 || month > 12 || day < 1 || day > days_in(month, year)) return int32_t(fail());
        // Years that begin in March have their leap day last.
        const int shifted = month <= 2 ? year - 1 : year;
        const int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + of_year - 719'468;
    }

    static int days_in(int month, int year) {
        constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return days[size_t(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    }

    Problem problem(std::string_view name) {
        if (name == "damaged") return Problem::damaged;
        if (name == "missing") return Problem::missing;
        if (name == "late") return Problem::late;
        if (name == "wrong_item") return Problem::wrong_item;
        if (name != "unwanted") fail();
        return Problem::unwanted;
    }

    Channel channel(std::string_view name) {
        if (name == "web") return Channel::web;
        if (name == "phone") return Channel::phone;
        if (name == "chat") return Channel::chat;
        if (name != "partner") fail();
        return Channel::partner;
    }

    Tier tier(std::string_view name) {
        if (name == "standard") return Tier::standard;
        if (name == "silver") return Tier::silver;
        if (name == "gold") return Tier::gold;
        if (name != "vip") fail();
        return Tier::vip;
    }

    Region region(std::string_view name) {
        if (name == "us") return Region::us;
        if (name == "eu") return Region::eu;
        if (name == "uk") return Region::uk;
        if (name != "apac") fail();
        return Region::apac;
    }

    int64_t fail() {
        failed = true;
        return 0;
    }
};
