// SPDX-License-Identifier: GPL-3.0-or-later
/// Scoring, breakdown, features, rankers and the exact top-k index; owns the [app.hometown.ranking.ClickModel]
/// interface.
///
/// Start with [app.hometown.ranking.Scorer], the formula, then [app.hometown.ranking.RankingIndex], which finds the
/// best. The rest of this page is about how it finds them among millions in microseconds.
///
/// # The idea
///
/// A request wants 20 streams of ten million. Streams are put into small groups that are alike in everything that the
/// score depends on, groups into groups of groups, and for each group we know a number that none of its streams can
/// exceed: its *bound* for this user and this scoring. Then the best group is opened, and the best after it, until the
/// best bound that is left is below the twentieth score found. What was not opened cannot matter. The answer is exact
/// however loose the bounds are; how tight they are decides how many groups are opened.
///
/// ```
///                     [ node ]                      nodes: what is known of all streams below, one cache line each
///              ┌─────────┴ … ┴────────┐             up to 8 children a node, side by side
///          [ node ]               [ node ]
///        ┌────┴ … ┴───┐                             leaves: up to 16 streams in one run of memory, the best static
///  [16 streams] … [16 streams]                        scores first: static score, codes and row, x, y, z each
/// ```
///
/// # Order: [app.hometown.ranking.StreamOrder]
///
/// The streams are cut in two again and again, each time along what loosens the bound of the two together the most: the
/// spread in space, the range of the static score (quality and audience), mixed languages, mixed categories, weighed
/// in points of the default scoring. So groups are alike in score first, then of one city, then of one language, then
/// near to about 2 km, then of one category.
///
/// It matters where the cut is. At the median, a cut through three cities leaves a half of one with the others, and
/// its bound says that everything of the one could be anywhere between them. So large groups are cut in the middle of
/// their extent, where clusters part by themselves, or between two languages; only groups of 128 and less are cut at
/// the median, so that leaves are full. Compared with medians everywhere this halved what users far away and of rare
/// languages look at, and the slowest of a hundred requests.
///
/// # The bound: [app.hometown.ranking.ScoreBound]
///
/// *No stream under a node has a score above the node's bound, to the last bit.* The score is
/// `w₁ · p(d) · (1 + l) + w₂ · (static + language + category) + w₃ · P`. Each part is set to its best under the node:
///
/// - distance: a box in x, y, z on the auxiliary sphere of [app.hometown.geo.Vector] gives the shortest chord, and from
///   it the least distance: no pole and no dateline to think of;
/// - static: the largest of the default scoring, or for other constants that plus the most they can add, or the parts
///   at the ends of their ranges, whichever is less;
/// - language, category: whether some, all or none of the streams match, from bit masks;
/// - P(click): from [app.hometown.ranking.BoundedClickModel], or 1 where the model has no bound.
///
/// Where a weight is negative the best is the least. The parts are put together by the function that makes the score
/// itself. IEEE addition and multiplication keep order, so if every part is at least that of the stream, so is the sum:
/// that proves it without a margin, and a bound can be *reached*. Hence ties end early: equal bounds lead straight
/// down, and once there are k everything equal with larger ids is passed over.
///
/// Weights, constants, radius and user come in only here, at request time. The tree serves every scoring; a new model
/// costs one pass for its stream terms ([app.hometown.ranking.ModelTerms]).
///
/// # The search: [app.hometown.ranking.TreeSearch]
///
/// The best node is opened, then the best that is left. An opened leaf is read forward, each stream from what is
/// cheapest: static score, codes, chord, geodesic; once a static score is too low for any nearness, so are all that
/// follow. What a chord is worth is read from a table ([app.hometown.ranking.Nearness]), whose steps are finer than
/// what lies in a leaf is wide; only far away, in one point and with a click model the distance itself is bounded.
/// With *ml* the exact score waits longer still: it has to fetch the stream's features from far away, so streams whose
/// scores are known to seven digits go to a [app.hometown.ranking.Shortlist], and exactly scored are only those that
/// are left in the end, about k; and before the geodesic a second table says how likely the stream is to be clicked at
/// most ([app.hometown.ranking.ClickBound]). Whether a radius must be doubled is mostly known beforehand from a count
/// of
/// streams by cell ([app.hometown.ranking.CountGrid]), of few streams from counting them. Of few streams, too, those
/// near the user's antipodes, whose distances are dear, are put off to the end ([app.hometown.ranking.FarStreams]).
///
/// The requests that are made most, *basic* by the constants that are packed, go through
/// [app.hometown.ranking.PlainSearch]: the same in fewer jumps. Both keep what is still to be opened in a
/// [app.hometown.ranking.NodeQueue].
///
/// # Change: [app.hometown.ranking.LiveIndex]
///
/// Streams go on and off the air and their viewers change, and nothing above is touched. The changed rows are marked;
/// the search passes them over in the tree and finds those that are live in a second tree of their own, which is
/// packed anew at each change because it is small. Every bound stays true, an index stays immutable, and readers never
/// wait: they go on with the index they have. When a 256th of the streams has changed, a new index is made in the
/// background and takes over with what has changed meanwhile.
///
/// # Everyone: [app.hometown.ranking.Everyone]
///
/// Requests for many users run on all cores in the order of a Hilbert curve, so that neighbours, who want the same
/// leaves, follow one another and find them in the caches.
///
/// # Costs
///
/// 47 bytes a live stream, 4 more a model; a cut, a bound and a request each cost what the table in
/// `src/bench/BENCHMARKS.md` says. In an average request of a user in a city, k = 20, the search bounds 160 nodes of
/// ten million streams, looks at 300 streams and computes 50 geodesics; for a user of another language than the city's
/// it is 370 nodes and 600 streams, for one anywhere with a click model 1,000 and 900, with 100 geodesics. Each
/// [app.hometown.ranking.Hits]
/// carries these counts.
@NullMarked
package app.hometown.ranking;

import org.jspecify.annotations.NullMarked;
