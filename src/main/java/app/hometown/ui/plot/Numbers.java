// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/// A column of numbers. Immutable; 8 bytes a number. A number that is not finite is a gap: nothing is drawn there.
public final class Numbers {
    /// No numbers.
    public static final Numbers NONE = new Numbers(new double[0]);

    private final double[] values;

    private Numbers(double[] values) {
        this.values = values;
    }

    /// These numbers; copied.
    public static Numbers of(double... values) {
        return new Numbers(values.clone());
    }

    /// Numbers that are computed one by one.
    public static Numbers of(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        Arrays.setAll(values, value);
        return new Numbers(values);
    }

    /// A number of each of some things.
    public static <T> Numbers of(List<T> things, ToDoubleFunction<? super T> value) {
        return of(things.size(), i -> value.applyAsDouble(things.get(i)));
    }

    /// 0, 1, 2 and so on: the places on an axis of names.
    public static Numbers places(int size) {
        return of(size, place -> place);
    }

    /// The numbers at some places, in that order.
    Numbers at(int[] places) {
        return of(places.length, i -> values[places[i]]);
    }

    /// How many.
    public int size() {
        return values.length;
    }

    /// The number at a place.
    public double get(int place) {
        return values[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
