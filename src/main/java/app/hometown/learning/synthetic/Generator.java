// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.learning.synthetic;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.domain.Streams;
import app.hometown.domain.Users;

/// Makes users, streams and training samples up.
///
/// The content depends on the options alone, on every platform, JDK and number of processors: rows are drawn from
/// sequences of their own by [app.hometown.statistics.FixedRandom], with IEEE arithmetic and [StrictMath] throughout. A
/// user or stream is the same however many others there are.
///
/// Positions are normal round the city centre, 0.05° for nine in ten and 0.5° for the tenth; coordinates are rounded
/// to 10⁻⁶°, other figures to 2 or 4 decimals.
public final class Generator {
    static final int ROWS_PER_STEP = 8192;

    private Generator() {}

    /// Makes a data set. About 3 s and 0.5 GB for a million users and a million streams on two processors, and 2 µs a
    /// sample.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static Generated generate(GeneratorOptions options, Progress progress) {
        World world = new World();
        Users users = new UserSection(world, options).draw(progress);
        Streams streams = new StreamSection(world, options).draw(progress);
        Catalog catalog = new Catalog(
                users, streams, world.cities(), world.languages(), world.categories(), true, Category.names());
        return new Generated(catalog, new SampleSection(catalog, options, progress).draw());
    }
}
