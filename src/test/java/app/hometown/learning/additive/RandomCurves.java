// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import app.hometown.domain.Feature;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Random additive models for tests, by seed.
public final class RandomCurves {
    /// What the features are about the size of.
    private static final double[] SIZES = {20_000, 1, 1, 1, 1, 1, 1, 100, 10, 5000, 50_000, 1, 1, 1};

    private final SplittableRandom random;

    public RandomCurves(long seed) {
        random = new SplittableRandom(seed);
    }

    /// A curve a feature, of random points; some rise or fall throughout.
    public Map<Feature, Curve> curves() {
        Map<Feature, Curve> curves = new EnumMap<>(Feature.class);
        boolean falling = random.nextInt(3) == 0;
        for (Feature feature : Feature.values()) {
            double size = SIZES[feature.ordinal()] * Math.pow(0.1, random.nextInt(3));
            double[] at = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToDouble(i ->
                            random.nextInt(5) == 0 ? Math.rint(random.nextDouble() * size) : random.nextDouble() * size)
                    .sorted()
                    .distinct()
                    .toArray();
            DoubleStream heights =
                    DoubleStream.generate(() -> random.nextDouble(-1, 1)).limit(at.length);
            boolean near = feature == Feature.PROXIMITY_BOOST
                    || feature == Feature.IS_LOCAL_MATCH
                    || feature == Feature.IS_REGIONAL_MATCH;
            if (falling && (near || feature == Feature.DISTANCE_KM)) {
                heights =
                        heights.map(height -> near ? height : -height).sorted().map(height -> near ? height : -height);
            }
            curves.put(
                    feature,
                    new Curve(
                            DoubleStream.of(at).boxed().toList(),
                            heights.boxed().toList()));
        }
        return curves;
    }

    /// A model of such curves.
    public AdditiveModel model() {
        return new AdditiveModel(random.nextDouble(-2, 2), curves());
    }
}
