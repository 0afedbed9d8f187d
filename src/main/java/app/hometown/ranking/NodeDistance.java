// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ranking;

import app.hometown.geo.Geodesic;
import app.hometown.geo.Vector;

/// Bounds the distance between a user and everything under a node.
///
/// Least: the chord to the node's box is not longer than the chord to any stream in it, and the formula of
/// [Geodesic] grows with the chord and falls with its two correction terms, which are set to the largest that the
/// box's range of z allows. Where that formula does not hold, or need not be so tight, b times the angle, which is at
/// least the first terms of its series in the chord. Most: a times the angle to the furthest corner.
final class NodeDistance {
    /// The program's distances are within the tolerance of the truth, and so may be out of order by twice that.
    private static final double SHRINK = 1 - 2 * Geodesic.TOLERANCE;

    /// Coordinates are doubles of size 1: what is left of the earth's radius after 53 bits, with room to spare.
    private static final double SLACK_KM = 1e-10;

    /// The square of a chord up to which a bound by the polar radius will do, 1270 km: there the 0.34 % by which it is
    /// loose are less than the extent of what lies there, and it takes half the time.
    static final double NEAR = 0.04;

    private final NodeArray nodes;
    private final Vector here;

    NodeDistance(NodeArray nodes, Vector here) {
        this.nodes = nodes;
        this.here = here;
    }

    /// The square of the chord to a node's box: no stream under it has a shorter one.
    static double chordSquared(NodeArray nodes, int node, Vector here) {
        return chordSquared(nodes.words(), NodeArray.at(node), here.x(), here.y(), here.z());
    }

    /// The same from a node's words and the user's place.
    static double chordSquared(long[] words, int at, double x, double y, double z) {
        double dx = twiceTheGap(x, NodeArray.low(words, at, 0), NodeArray.high(words, at, 0));
        double dy = twiceTheGap(y, NodeArray.low(words, at, 1), NodeArray.high(words, at, 1));
        double dz = twiceTheGap(z, NodeArray.low(words, at, 2), NodeArray.high(words, at, 2));
        return 0.25 * (dx * dx + dy * dy + dz * dz);
    }

    /// Not above the distance of any two places whose chord is not shorter: the polar radius times the angle, by the
    /// first terms of its series, all of which are positive. Loose by up to 0.34 %.
    static double leastKm(double chordSquared) {
        double angle = Math.sqrt(chordSquared)
                * (1 + chordSquared * (1.0 / 24 + chordSquared * (3.0 / 640 + chordSquared * (5.0 / 7168))));
        return Math.max(0, angle * (Geodesic.B_KM * SHRINK) - SLACK_KM);
    }

    /// The square of a chord beyond which every place is further away than a radius.
    static double reach(double radiusKm) {
        double angle = (radiusKm + SLACK_KM) / (Geodesic.B_KM * SHRINK);
        if (angle >= Math.PI) {
            return Double.POSITIVE_INFINITY;
        }
        double chord = 2 * Math.sin(angle / 2) * (1 + 1e-12);
        return chord * chord;
    }

    /// Whether a place with this chord is so far away that [#tighterKm] says more.
    static boolean far(double chordSquared) {
        return chordSquared > NEAR;
    }

    /// Not above the distance to any stream under a node, and tight, at three times the cost.
    double tighterKm(int node, double chordSquared) {
        double south = nodes.low(node, 2);
        double north = nodes.high(node, 2);
        double difference = Math.max(Math.abs(here.z() - south), Math.abs(here.z() - north));
        double sum = Math.max(Math.abs(here.z() + south), Math.abs(here.z() + north));
        return Math.max(0, Geodesic.leastKm(chordSquared, sum, difference) * SHRINK - SLACK_KM);
    }

    /// Not below the distance to any stream under a node.
    double mostKm(int node) {
        double chordSquared = 0;
        chordSquared += square(reach(here.x(), nodes.low(node, 0), nodes.high(node, 0)));
        chordSquared += square(reach(here.y(), nodes.low(node, 1), nodes.high(node, 1)));
        chordSquared += square(reach(here.z(), nodes.low(node, 2), nodes.high(node, 2)));
        double angle = 2 * Math.asin(Math.min(1, 0.5 * Math.sqrt(chordSquared)));
        return Math.min(Geodesic.FARTHEST_KM, Geodesic.A_KM * angle * (1 + 2 * Geodesic.TOLERANCE) + SLACK_KM);
    }

    /// Twice the distance from a number to a range, of whose ends it is beyond one at most: exact, and without the
    /// tests for zeros and NaN of a maximum.
    private static double twiceTheGap(double value, double low, double high) {
        double below = low - value;
        double above = value - high;
        return (below + Math.abs(below)) + (above + Math.abs(above));
    }

    private static double reach(double value, double low, double high) {
        return Math.max(Math.abs(low - value), Math.abs(high - value));
    }

    private static double square(double value) {
        return value * value;
    }
}
