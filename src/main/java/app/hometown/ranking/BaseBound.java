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
    private final double[] languagePoints;
    private final double[] categoryPoints;

    /// @param greatest whether upper bounds are wanted; else lower ones, for a negative weight
    BaseBound(NodeArray nodes, Scoring.Base base, boolean greatest) {
        this.nodes = nodes;
        this.base = base;
        this.greatest = greatest;
        asPacked = asPacked(base);
        languagePoints = points(base.languageMatch());
        categoryPoints = points(base.categoryMatch());
    }

    /// Whether the packed static scores are those of other constants, to the bit.
    static boolean asPacked(Scoring.Base base) {
        Scoring.Base packed = PackedTree.base();
        return base.quality() == packed.quality()
                && base.viewersPerPoint() == packed.viewersPerPoint()
                && base.viewersCap() == packed.viewersCap()
                && base.followersPerPoint() == packed.followersPerPoint()
                && base.followersCap() == packed.followersCap()
                && base.partnered() == packed.partnered();
    }

    private double[] points(double value) {
        double[] points = new double[Match.values().length];
        points[Match.YES.ordinal()] = value;
        points[Match.EITHER.ordinal()] = greatest ? Math.max(0.0, value) : Math.min(0.0, value);
        return points;
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
        double shifted = nodes.staticMax(node) + shiftFromPacked(node);
        double ranges = fromRanges(node);
        return shifted < ranges ? shifted : ranges;
    }

    /// What a stream's packed static score is multiplied by, before [#shift] is added, to bound its static score.
    double factor() {
        return greatest ? 1.0 : 0.0;
    }

    /// What is added to a stream's packed static score times [#factor] to bound its static score under this scoring:
    /// for the packed constants 0, and then it is that score to the bit.
    double shift(int leaf) {
        if (!greatest) {
            return fromRanges(leaf);
        }
        return asPacked ? 0.0 : shiftFromPacked(leaf);
    }

    /// The points of a language match that is impossible, certain or neither, in the order of [Match].
    double[] languagePoints() {
        return languagePoints;
    }

    /// The points of a category match, likewise.
    double[] categoryPoints() {
        return categoryPoints;
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
        if (!nodes.somePartnered(node)) {
            return 0.0;
        }
        return greatest ? Math.max(0.0, base.partnered()) : Math.min(0.0, base.partnered());
    }

    /// The most that the constants of this scoring can add to a packed static score under a node. Tight for constants
    /// near the packed ones, as while a slider moves, however the parts make up for each other.
    private double shiftFromPacked(int node) {
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
        return quality + viewers + followers + partnered + ROUNDING * size;
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
