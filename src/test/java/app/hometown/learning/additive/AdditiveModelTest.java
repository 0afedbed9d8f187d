// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.hometown.domain.Feature;
import app.hometown.ranking.BoundedClickModel.Match;
import app.hometown.ranking.Features;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditiveModelTest {
    private static final Curve FLAT = new Curve(List.of(0.0), List.of(0.0));

    private static AdditiveModel of(Feature feature, Curve curve) {
        Map<Feature, Curve> curves = new EnumMap<>(Feature.class);
        for (Feature each : Feature.values()) {
            curves.put(each, each == feature ? curve : FLAT);
        }
        return new AdditiveModel(0.5, curves);
    }

    @ParameterizedTest
    @CsvSource({"-5, 1", "0, 1", "5, 2", "10, 3", "15, 1", "20, -1", "99, -1"})
    void isStraightBetweenPointsAndFlatBeyond(double value, double height) {
        Curve curve = new Curve(List.of(0.0, 10.0, 20.0), List.of(1.0, 3.0, -1.0));
        AdditiveModel model = of(Feature.STREAM_QUALITY_SCORE, curve);
        assertThat(model.contribution(Feature.STREAM_QUALITY_SCORE, value)).isEqualTo(height);
        double[] row = new double[Feature.COUNT];
        row[Feature.STREAM_QUALITY_SCORE.ordinal()] = value;
        assertThat(model.probability(row)).isCloseTo(1 / (1 + Math.exp(-0.5 - height)), within(1e-15));
    }

    @Test
    void rangesAreTightToTheBit() {
        RandomCurves curves = new RandomCurves(5);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 300; i++) {
            AdditiveModel model = curves.model();
            for (Map.Entry<Feature, Curve> entry : model.curves().entrySet()) {
                Feature feature = entry.getKey();
                List<Double> at = entry.getValue().at();
                double size = at.getLast() + 1;
                double from = random.nextInt(4) == 0 ? at.getFirst() : random.nextDouble() * size;
                double to = random.nextInt(4) == 0 ? from : from + random.nextDouble() * size;
                double most = Math.max(model.contribution(feature, from), model.contribution(feature, to));
                double least = Math.min(model.contribution(feature, from), model.contribution(feature, to));
                for (double knot : at) {
                    if (knot > from && knot < to) {
                        most = Math.max(most, model.contribution(feature, knot));
                        least = Math.min(least, model.contribution(feature, knot));
                    }
                }
                assertThat(model.mostContribution(feature, from, to)).isEqualTo(most);
                assertThat(model.leastContribution(feature, from, to)).isEqualTo(least);
                for (int j = 0; j < 20; j++) {
                    double value = Math.min(to, from + random.nextDouble() * (to - from));
                    assertThat(model.contribution(feature, value)).isBetween(least, most);
                }
            }
        }
    }

    @Test
    void noPairIsLikelierThanItsBound() {
        RandomCurves curves = new RandomCurves(7);
        SplittableRandom random = new SplittableRandom(8);
        int monotone = 0;
        for (int i = 0; i < 400; i++) {
            AdditiveModel model = curves.model();
            double preference = random.nextDouble();
            double hours = random.nextDouble() * 100;
            var bound = model.boundFor(preference, hours);
            monotone += bound.needsMostKm() ? 0 : 1;
            for (int j = 0; j < 200; j++) {
                double leastKm = Math.pow(10, random.nextDouble(-1, 4.3));
                double mostKm = leastKm * random.nextDouble(1, random.nextInt(3) == 0 ? 100 : 1.2);
                double km = leastKm + random.nextDouble() * (mostKm - leastKm);
                double[] row = new double[Feature.COUNT];
                row[Feature.DISTANCE_KM.ordinal()] = km;
                row[Feature.PROXIMITY_BOOST.ordinal()] = Features.proximity(km);
                row[Feature.IS_LOCAL_MATCH.ordinal()] = km < Features.LOCAL_KM ? 1 : 0;
                row[Feature.IS_REGIONAL_MATCH.ordinal()] = km < Features.REGIONAL_KM ? 1 : 0;
                row[Feature.SAME_CITY.ordinal()] = random.nextInt(2);
                row[Feature.SAME_LANGUAGE.ordinal()] = random.nextInt(2);
                row[Feature.CATEGORY_MATCH.ordinal()] = random.nextInt(2);
                row[Feature.USER_LOCAL_PREFERENCE.ordinal()] = preference;
                row[Feature.USER_TOTAL_WATCH_HOURS.ordinal()] = hours;
                row[Feature.STREAM_QUALITY_SCORE.ordinal()] = random.nextDouble() * 10;
                row[Feature.STREAM_AVG_VIEWERS.ordinal()] = random.nextInt(5000);
                row[Feature.CREATOR_FOLLOWERS.ordinal()] = random.nextInt(50_000);
                row[Feature.IS_PARTNERED.ordinal()] = random.nextInt(2);
                row[Feature.MATURE_CONTENT.ordinal()] = random.nextInt(2);
                double term = model.streamTerm(
                        row[Feature.STREAM_QUALITY_SCORE.ordinal()],
                        row[Feature.STREAM_AVG_VIEWERS.ordinal()],
                        row[Feature.CREATOR_FOLLOWERS.ordinal()],
                        row[Feature.IS_PARTNERED.ordinal()] == 1,
                        row[Feature.MATURE_CONTENT.ordinal()] == 1);
                Match city = match(row, Feature.SAME_CITY, random);
                Match language = match(row, Feature.SAME_LANGUAGE, random);
                Match category = match(row, Feature.CATEGORY_MATCH, random);
                double probability = model.probability(row);
                assertThat(bound.atMost(leastKm, mostKm, city, language, category, term))
                        .isGreaterThanOrEqualTo(probability);
                double alone = bound.atMost(
                        km,
                        km,
                        exact(row, Feature.SAME_CITY),
                        exact(row, Feature.SAME_LANGUAGE),
                        exact(row, Feature.CATEGORY_MATCH),
                        Math.nextUp((float) term));
                assertThat(alone).isGreaterThanOrEqualTo(probability);
                assertThat(alone - bound.looseness(Math.nextUp((float) term))).isLessThanOrEqualTo(probability);
                assertThat(alone - probability).isLessThan(1e-5);
            }
        }
        assertThat(monotone).as("models that never rise with the distance").isBetween(40, 250);
    }

    private static Match exact(double[] row, Feature feature) {
        return row[feature.ordinal()] == 1 ? Match.YES : Match.NO;
    }

    private static Match match(double[] row, Feature feature, SplittableRandom random) {
        return random.nextInt(3) == 0 ? Match.EITHER : exact(row, feature);
    }

    @Test
    void aRangeOfDistancesIsBoundedTightly() {
        RandomCurves curves = new RandomCurves(9);
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 300; i++) {
            Map<Feature, Curve> all = curves.curves();
            Pieces[] pieces = new Pieces[Feature.COUNT];
            all.forEach((feature, curve) -> pieces[feature.ordinal()] = new Pieces(curve));
            DistanceTerm term = new DistanceTerm(pieces);
            double leastKm = Math.pow(10, random.nextDouble(-1, 3.5));
            double mostKm = leastKm * random.nextDouble(1, 50);
            double found = Double.NEGATIVE_INFINITY;
            for (int j = 0; j <= 20_000; j++) {
                found = Math.max(found, term.at(leastKm * Math.pow(mostKm / leastKm, j / 20_000.0)));
            }
            assertThat(term.most(leastKm, mostKm))
                    .isGreaterThanOrEqualTo(found - 1e-12)
                    .isCloseTo(found, within(0.05));
        }
    }

    @Test
    void whatIsNoCurveIsRefusedByItsFault() {
        assertThatThrownBy(() -> new Curve(List.of(), List.of())).hasMessageContaining("0 places and 0 heights");
        assertThatThrownBy(() -> new Curve(List.of(1.0), List.of(1.0, 2.0))).hasMessageContaining("2 heights");
        assertThatThrownBy(() -> new Curve(List.of(1.0, 1.0), List.of(1.0, 2.0)))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new Curve(List.of(Double.NaN), List.of(1.0))).hasMessageContaining("not finite");
        assertThatThrownBy(
                        () -> of(Feature.SAME_CITY, new Curve(List.of(0.0, Double.MIN_VALUE), List.of(-1e300, 1e300))))
                .hasMessageContaining("too steep");
    }
}
