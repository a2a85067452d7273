#pragma once

#include "CppBaseline.h"

#include <array>
#include <cstdint>
#include <string_view>

enum class Problem : uint8_t { damaged, missing, late, wrong_item, unwanted };
enum class Channel : uint8_t { web, phone, chat, partner };
enum class Tier : uint8_t { standard, silver, gold, vip };
enum class Region : uint8_t { us, eu, uk, apac };
enum class Outcome : int32_t { reship, refund, decline, person };

constexpr std::array<std::string_view, 4> tier_names{"standard", "silver", "gold", "vip"};
constexpr std::array<std::string_view, 4> outcome_names{"reship", "refund", "decline", "person"};

/// The facts of a case: money in cents, dates as days since 1970-01-01.
struct ResolutionCase {
    std::string_view id;
    int64_t paid, item_price, refunded;
    int32_t ordered_on, delivered_on, asked_on;
    int32_t claims, quantity;
    Problem problem;
    Channel channel;
    Tier tier;
    Region region;
    bool has_photo, in_stock;
};

/// The seventeen rules of `Policies/resolution`, first that applies.
inline cpp_decision decide(const ResolutionCase &c) {
    const auto plain = [](int32_t rule, Outcome outcome) { return cpp_decision{rule, int32_t(outcome), 0}; };
    const auto refund = [](int32_t rule, int64_t amount) {
        return cpp_decision{rule, int32_t(Outcome::refund), amount};
    };
    constexpr int64_t photo_limit = 7'500, person_limit = 50'000;

    if (c.item_price > c.paid) return plain(0, Outcome::person);
    if (c.refunded >= c.paid) return plain(1, Outcome::decline);
    if (c.asked_on > c.ordered_on + 120) return plain(2, Outcome::decline);
    if (c.claims >= 6 && c.tier != Tier::vip) return plain(3, Outcome::person);
    if (c.channel == Channel::partner && c.quantity >= 40) return plain(4, Outcome::person);
    if (c.problem == Problem::damaged && c.has_photo && c.in_stock && c.item_price <= person_limit)
        return plain(5, Outcome::reship);
    if (c.problem == Problem::damaged && c.has_photo && c.item_price <= person_limit) return refund(6, c.item_price);
    if (c.problem == Problem::damaged && c.item_price <= photo_limit) return refund(7, c.item_price);
    if (c.problem == Problem::missing && c.asked_on <= c.delivered_on + 3) return plain(8, Outcome::person);
    if (c.problem == Problem::missing && c.in_stock && c.item_price < person_limit) return plain(9, Outcome::reship);
    if (c.problem == Problem::missing && c.item_price < photo_limit
        && (c.channel == Channel::web || c.channel == Channel::chat))
        return refund(10, c.item_price);
    if (c.problem == Problem::wrong_item && c.in_stock) return plain(11, Outcome::reship);
    if (c.problem == Problem::wrong_item && (c.region == Region::us || c.region == Region::uk))
        return refund(12, c.item_price);
    if (c.problem == Problem::late && (c.tier == Tier::gold || c.tier == Tier::vip)
        && c.delivered_on > c.ordered_on + 10)
        return refund(13, (c.item_price * 20 + 50) / 100);
    if (c.problem == Problem::late && c.delivered_on > c.ordered_on + 21)
        return refund(14, (c.item_price * 10 + 50) / 100);
    if (c.problem == Problem::unwanted && c.region != Region::apac && c.asked_on <= c.delivered_on + 14)
        return refund(15, c.item_price);
    if (c.problem == Problem::unwanted) return plain(16, Outcome::decline);
    return plain(17, Outcome::person);
}
