// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.explore;

import app.hometown.domain.Catalog;
import app.hometown.domain.Progress;
import app.hometown.workbench.explore.Chosen;
import app.hometown.workbench.explore.Colouring;
import app.hometown.workbench.explore.Facets;
import app.hometown.workbench.explore.Filter;
import app.hometown.workbench.explore.Hue;
import app.hometown.workbench.explore.Kind;
import app.hometown.workbench.explore.Left;
import app.hometown.workbench.explore.LinkedSamples;
import app.hometown.workbench.explore.Sieve;
import app.hometown.workbench.explore.Sizing;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers what the model asks, and keeps what the next answer can use again: columns, tested conditions, classes.
/// For one thread, the worker.
final class Exploration {
    private final Map<Kind, Facets> facets = new EnumMap<>(Kind.class);
    private final Map<Kind, Sieve> sieves =
            new EnumMap<>(Map.of(Kind.USERS, new Sieve(), Kind.STREAMS, new Sieve(), Kind.SAMPLES, new Sieve()));
    private final Map<Kind, Look> looks = new EnumMap<>(Kind.class);
    private @Nullable Colouring colouring;
    private @Nullable Sizing sizing;
    private @Nullable Catalog classified;

    /// What is asked.
    ///
    /// @param catalog of what
    /// @param users which users
    /// @param streams which streams
    /// @param hue what points are coloured by
    /// @param by what points are sized by
    record Request(Catalog catalog, Filter users, Filter streams, Hue hue, Sizing.By by) {}

    /// Classes of a kind and what they were made from.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Look(
            Catalog catalog, Colouring colouring, Sizing sizing, byte @Nullable [] classes, byte @Nullable [] sizes) {}

    /// @param progress asked whether to stop
    Shown answer(Request request, Progress progress) {
        Catalog catalog = request.catalog();
        Left users = left(Kind.USERS, catalog, request.users(), progress);
        Left streams = left(Kind.STREAMS, catalog, request.streams(), progress);
        boolean otherRows = classified == null || !classified.hasRowsOf(catalog);
        Colouring colours = colouring;
        if (colours == null || otherRows || colours.hue() != request.hue()) {
            colours = Colouring.of(request.hue(), catalog);
            colouring = colours;
        }
        Sizing sizes = sizing;
        if (sizes == null || otherRows || sizes.by() != request.by()) {
            sizes = Sizing.of(request.by(), catalog);
            sizing = sizes;
        }
        classified = catalog;
        return new Shown(users, streams, colours, sizes, look(users, colours, sizes), look(streams, colours, sizes));
    }

    private Left left(Kind kind, Catalog catalog, Filter filter, Progress progress) {
        Facets before = facets.get(kind);
        Facets now = before == null ? Facets.of(kind, catalog) : before.with(catalog);
        facets.put(kind, now);
        return sieve(kind).left(now, filter, progress);
    }

    private Sieve sieve(Kind kind) {
        Sieve sieve = sieves.get(kind);
        if (sieve == null) {
            throw new IllegalStateException("no sieve of " + kind);
        }
        return sieve;
    }

    /// Finds the samples that go with users and streams that are left.
    ///
    /// @param linked the samples, if there are any
    /// @param filter on samples
    Chosen choose(Shown shown, Optional<LinkedSamples> linked, Filter filter, Progress progress) {
        Catalog catalog = shown.users().facets().catalog();
        if (linked.isEmpty() || !linked.get().isOf(catalog)) {
            facets.remove(Kind.SAMPLES);
            return new Chosen(shown.users(), shown.streams(), Optional.empty());
        }
        Facets before = facets.get(Kind.SAMPLES);
        Facets now = before != null && before.linked().equals(linked)
                ? before.with(catalog)
                : Facets.of(linked.get(), catalog);
        facets.put(Kind.SAMPLES, now);
        Left samples = sieve(Kind.SAMPLES).left(now, filter, shown.users(), shown.streams(), progress);
        return new Chosen(shown.users(), shown.streams(), Optional.of(samples));
    }

    @SuppressWarnings("ReferenceEquality") // the same classes are the same object
    private Shown.Look look(Left left, Colouring colours, Sizing sizes) {
        Kind kind = left.kind();
        Catalog catalog = left.facets().catalog();
        Look look = looks.get(kind);
        boolean stays =
                kind == Kind.USERS || !(colours.hue().changes() || sizes.by().changes());
        boolean same = look != null
                && (look.catalog() == catalog || (stays && look.catalog().hasRowsOf(catalog)));
        if (look == null || !same || look.colouring() != colours || look.sizing() != sizes) {
            look = new Look(
                    catalog,
                    colours,
                    sizes,
                    colours.classes(kind, catalog),
                    kind == Kind.USERS ? null : sizes.sizes(catalog));
            looks.put(kind, look);
        }
        byte[] classes = look.classes();
        return new Shown.Look(
                classes, classes == null ? new int[0] : colours.counts(classes, left.rows()), look.sizes());
    }
}
