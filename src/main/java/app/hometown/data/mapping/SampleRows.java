// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.data.mapping;

import app.hometown.data.FileReport;
import app.hometown.domain.Feature;
import app.hometown.domain.Identifiers;
import app.hometown.domain.InputException;
import app.hometown.domain.Progress;
import app.hometown.domain.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/// Samples as a mapping makes them. Features that no column is are worked out from the user and the stream.
final class SampleRows {
    private static final int FIRST_FEATURE = 3;
    private static final int PROBABILITY = FIRST_FEATURE + Feature.COUNT;
    private static final int MOST = Integer.MAX_VALUE - 16;

    private final Identifiers.Builder userIds = new Identifiers.Builder();
    private final Identifiers.Builder streamIds = new Identifiers.Builder();
    private int[] users = new int[1 << 10];
    private int[] streams = new int[1 << 10];
    private final double[][] features = new double[Feature.COUNT][1 << 10];
    private double[] probabilities = new double[1 << 10];
    private final BitSet clicked = new BitSet();
    private boolean probabilityMissing;
    private int size;

    /// Samples and what reading them found.
    record Read(Samples samples, FileReport report) {}

    private SampleRows() {}

    /// Reads all rows.
    static Samples read(MappedRows rows, PairFeatures pairs, Progress progress) {
        SampleRows all = new SampleRows();
        boolean[] computed = new boolean[Feature.COUNT];
        boolean anyComputed = false;
        for (int feature = 0; feature < Feature.COUNT; feature++) {
            computed[feature] = rows.absent(FIRST_FEATURE + feature);
            anyComputed |= computed[feature];
        }
        all.probabilityMissing = rows.absent(PROBABILITY);
        double[] pair = new double[Feature.COUNT];
        double[] values = new double[Feature.COUNT];
        while (rows.next(progress)) {
            String user = rows.id(0);
            String stream = rows.id(1);
            double click = rows.number(2);
            for (int feature = 0; feature < Feature.COUNT; feature++) {
                values[feature] = computed[feature] ? 0 : rows.number(FIRST_FEATURE + feature);
            }
            double probability = rows.number(PROBABILITY);
            if (rows.good() && anyComputed) {
                String unknown = pairs.of(user, stream, pair);
                if (!unknown.isEmpty()) {
                    rows.refuse(
                            unknown + " is not among those opened with it, so its features are not known",
                            unknown.equals("user_id") ? user : stream);
                }
                for (int feature = 0; feature < Feature.COUNT; feature++) {
                    values[feature] = computed[feature] ? pair[feature] : values[feature];
                }
            }
            if (rows.good()) {
                all.add(user, stream, click == 1, values, probability);
            } else {
                rows.leaveOut();
            }
        }
        return all.samples();
    }

    private void add(String user, String stream, boolean click, double[] values, double probability) {
        if (size == users.length) {
            resize((int) Math.min(size * 2L, MOST));
        }
        if (size == MOST) {
            throw new InputException("samples", "are more than " + MOST, "Use a part of the file.");
        }
        users[size] = code(userIds, user);
        streams[size] = code(streamIds, stream);
        clicked.set(size, click);
        for (int feature = 0; feature < values.length; feature++) {
            features[feature][size] = values[feature];
        }
        probabilities[size] = probability;
        probabilityMissing |= Double.isNaN(probability);
        size++;
    }

    private static int code(Identifiers.Builder ids, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return ids.code(bytes, 0, bytes.length);
    }

    private void resize(int length) {
        users = Arrays.copyOf(users, length);
        streams = Arrays.copyOf(streams, length);
        for (int feature = 0; feature < features.length; feature++) {
            features[feature] = Arrays.copyOf(features[feature], length);
        }
        probabilities = Arrays.copyOf(probabilities, length);
    }

    private Samples samples() {
        resize(size);
        return new Samples(
                userIds.build(),
                streamIds.build(),
                users,
                streams,
                features,
                clicked,
                probabilityMissing ? null : probabilities);
    }
}
