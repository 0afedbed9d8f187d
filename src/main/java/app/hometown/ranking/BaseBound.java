// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.ranking.BoundedClickModel.Match;

/// Bounds the base part of the score for everything under a node, for one user and one scoring.
///
/// Every sum is added up in the order in which the score itself is, from parts that are each at their bound. Rounding
/// keeps order, so the bound holds to the last bit, and where all streams are alike it is reached: that is what lets
/// ties be settled by id without looking at them all.
final class BaseBound {
    /// Share of the terms' sizes by which a sum in another order may differ.
    private static final double ROUNDING = 1e-14;

    private final NodeArray nodes;
    private final Scoring.Base base;
    private final Scoring.Base packed = PackedTree.base();
    private final boolean asPacked;
    private final boolean greatest;

    /// @param greatest whether upper bounds are wanted; else lower ones, for a negative weight
    BaseBound(NodeArray nodes, Scoring.Base base, boolean greatest) {
        this.nodes = nodes;
        this.base = base;
        this.greatest = greatest;
        asPacked = base.quality() == packed.quality()
                && base.viewersPerPoint() == packed.viewersPerPoint()
                && base.viewersCap() == packed.viewersCap()
                && base.followersPerPoint() == packed.followersPerPoint()
                && base.followersCap() == packed.followersCap()
                && base.partnered() == packed.partnered();
    }

    /// Whether the packed static scores are those of this scoring, to the bit.
    boolean asPacked() {
        return asPacked;
    }

    /// Bound of the static score under a node.
    double staticPoints(int node) {
        if (!greatest) {
            return fromRanges(node);
        }
        if (asPacked) {
            return nodes.staticMax(node);
        }
        double shifted = fromPacked(node);
        double ranges = fromRanges(node);
        return shifted < ranges ? shifted : ranges;
    }

    /// The points of a language match that is certain, impossible or neither.
    double language(Match match) {
        return points(match, base.languageMatch());
    }

    /// The points of a category match.
    double category(Match match) {
        return points(match, base.categoryMatch());
    }

    private double points(Match match, double value) {
        return switch (match) {
            case NO -> 0.0;
            case YES -> value;
            case EITHER -> greatest ? Math.max(0.0, value) : Math.min(0.0, value);
        };
    }

    /// Each part at the end of its range that is worth more (or less). Loose where parts make up for each other.
    private double fromRanges(int node) {
        boolean high = greatest == base.quality() >= 0;
        double quality = base.quality() * (high ? nodes.qualityMax(node) : nodes.qualityMin(node));
        double viewers = Scorer.viewers(base, greatest ? nodes.viewersMax(node) : nodes.viewersMin(node));
        double followers = Scorer.followers(base, greatest ? nodes.followersMax(node) : nodes.followersMin(node));
        return Scorer.staticPoints(quality, viewers, followers, partnered(node));
    }

    private double partnered(int node) {
        if (!nodes.someNotPartnered(node)) {
            return base.partnered();
        }
        return points(nodes.somePartnered(node) ? Match.EITHER : Match.NO, base.partnered());
    }

    /// The largest packed static score, plus the most that the other constants can add to it. Tight for constants
    /// near the packed ones, as while a slider moves, however the parts make up for each other.
    private double fromPacked(int node) {
        double most = nodes.staticMax(node);
        double slope = base.quality() - packed.quality();
        double quality = slope * (slope >= 0 ? nodes.qualityMax(node) : nodes.qualityMin(node));
        double viewers = capShift(
                base.viewersPerPoint(),
                base.viewersCap(),
                packed.viewersPerPoint(),
                packed.viewersCap(),
                nodes.viewersMin(node),
                nodes.viewersMax(node));
        double followers = capShift(
                base.followersPerPoint(),
                base.followersCap(),
                packed.followersPerPoint(),
                packed.followersCap(),
                nodes.followersMin(node),
                nodes.followersMax(node));
        double partnered = partnered(node);
        double size = Math.abs(most)
                + (Math.abs(base.quality()) + 2) * nodes.qualityMax(node)
                + size(base.viewersPerPoint(), base.viewersCap(), nodes.viewersMax(node))
                + size(base.followersPerPoint(), base.followersCap(), nodes.followersMax(node))
                + size(packed.viewersPerPoint(), packed.viewersCap(), nodes.viewersMax(node))
                + size(packed.followersPerPoint(), packed.followersCap(), nodes.followersMax(node))
                + Math.abs(base.partnered());
        return most + quality + viewers + followers + partnered + ROUNDING * size;
    }

    private static double size(double perPoint, double cap, double count) {
        return Math.abs(Math.min(count / perPoint, cap)) + Math.abs(Math.min(0, cap));
    }

    /// The largest value of min(count / perPoint, cap) − min(count / packedPerPoint, packedCap) for a range of counts:
    /// the difference is made of straight pieces, so it is at an end or at a bend.
    private static double capShift(
            double perPoint, double cap, double packedPerPoint, double packedCap, double from, double to) {
        double bend = Math.clamp(perPoint * cap, from, to);
        double packedBend = Math.clamp(packedPerPoint * packedCap, from, to);
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            double count =
                    switch (i) {
                        case 0 -> from;
                        case 1 -> to;
                        case 2 -> bend;
                        default -> packedBend;
                    };
            double shift = Math.min(count / perPoint, cap) - Math.min(count / packedPerPoint, packedCap);
            greatest = Math.max(greatest, shift);
        }
        return greatest;
    }
}
