// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning;

import app.hometown.domain.Feature;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;

/// Rows as Smile grows trees on them: a column a feature, and each column's rows from least to greatest.
///
/// @param frame the columns in [Feature]'s order
/// @param order of each column, its rows from least to greatest
@SuppressWarnings("ArrayRecordComponent") // never compared
record TreeRows(DataFrame frame, int[][] order) {
    /// Takes some of the data's rows and sorts all columns, on all cores: 200,000 rows in some 0.1 s.
    static TreeRows of(TrainingData data, int[] rows) {
        ValueVector[] columns = new ValueVector[Feature.COUNT];
        int[][] order = new int[Feature.COUNT][];
        IntStream.range(0, Feature.COUNT).parallel().forEach(column -> {
            Feature feature = Feature.values()[column];
            double[] values = new double[rows.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = data.feature(rows[i], feature);
            }
            columns[column] = new DoubleVector(feature.column(), values);
            order[column] = ColumnOrder.of(values);
        });
        return new TreeRows(new DataFrame(columns), order);
    }
}
