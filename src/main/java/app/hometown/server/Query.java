// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import app.hometown.domain.InputException;
import app.hometown.files.Json;
import app.hometown.ranking.Scoring;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// What a client wants to know: whose streams, how many, within which radius.
///
/// @param users ids; one, but for a batch
/// @param maxResults streams of an answer at most, 1..[#MOST_RESULTS]
/// @param radiusKm another radius than the scoring's, empty inside for the whole world; empty when none was given
/// @param expand whether the radius grows; empty when nothing was said
/// @param explain whether each score comes with its terms
record Query(
        List<String> users,
        int maxResults,
        Optional<OptionalDouble> radiusKm,
        Optional<Boolean> expand,
        boolean explain) {
    /// Streams of an answer at most.
    static final int MOST_RESULTS = 100;

    /// Streams of an answer, unless something else is said.
    static final int USUAL_RESULTS = 20;

    /// Users of a batch at most.
    static final int MOST_USERS = 1000;

    private static final int DEEPEST = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(400)
                    .build())
            .build();

    /// Reads the body of a request for one user.
    ///
    /// @throws Problem.Refusal 400 when it is not JSON, 422 when a field is not as it must be
    static Query one(byte[] body) {
        return new Reader(false).read(body);
    }

    /// Reads the body of a request for many.
    ///
    /// @throws Problem.Refusal as above
    static Query many(byte[] body) {
        return new Reader(true).read(body);
    }

    /// A scoring as this query wants it.
    Scoring of(Scoring scoring) {
        if (radiusKm.isEmpty() && expand.isEmpty()) {
            return scoring;
        }
        return new Scoring(
                scoring.weights(),
                scoring.base(),
                radiusKm.orElse(scoring.radiusKm()),
                expand.orElse(scoring.expand()));
    }

    /// Reads one body, and collects all that is wrong with its fields.
    private static final class Reader {
        private final boolean batch;
        private final List<Problem.Field> wrong = new ArrayList<>();
        private final List<String> users;
        private boolean usersGiven;
        private int maxResults = USUAL_RESULTS;
        private Optional<OptionalDouble> radiusKm = Optional.empty();
        private Optional<Boolean> expand = Optional.empty();
        private boolean explain;

        Reader(boolean batch) {
            this.batch = batch;
            users = new ArrayList<>(1);
        }

        Query read(byte[] body) {
            checkUtf8(body);
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new Problem.Refusal(
                            parser.currentToken() == null
                                    ? malformed("The body is empty.")
                                    : Problem.of(HttpStatus.UNPROCESSABLE_ENTITY_422, "The body must be an object."));
                }
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    parser.nextToken();
                    field(name, parser);
                }
                if (parser.nextToken() != null) {
                    throw new Problem.Refusal(malformed("The body goes on after its end."));
                }
            } catch (JacksonException e) {
                InputException broken = Json.broken("body", e);
                throw new Problem.Refusal(malformed("The " + broken.where() + ", " + broken.what() + "."));
            }
            if (!usersGiven) {
                wrong.add(new Problem.Field(batch ? "user_ids" : "user_id", "is missing"));
            }
            if (!wrong.isEmpty()) {
                throw new Problem.Refusal(Problem.of(wrong));
            }
            return new Query(List.copyOf(users), maxResults, radiusKm, expand, explain);
        }

        private void field(String name, JsonParser parser) {
            String fault =
                    switch (name) {
                        case "user_id" -> batch ? unknown(parser) : user(parser);
                        case "user_ids" -> batch ? users(parser) : unknown(parser);
                        case "max_results" -> maxResults(parser);
                        case "radius_km" -> radius(parser);
                        case "expand" -> expand(parser);
                        case "explain" -> explain(parser);
                        default -> unknown(parser);
                    };
            if (fault != null) {
                wrong.add(new Problem.Field(Problem.told(name), fault));
            }
        }

        private static String unknown(JsonParser parser) {
            parser.skipChildren();
            return "is not a field of this request";
        }

        private @Nullable String user(JsonParser parser) {
            usersGiven = true;
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                return "must be a string";
            }
            String id = parser.getString();
            users.add(id);
            return id.isEmpty() ? "must not be empty" : null;
        }

        private @Nullable String users(JsonParser parser) {
            usersGiven = true;
            String fault = parser.currentToken() == JsonToken.START_ARRAY ? null : "must be an array of strings";
            if (fault != null) {
                parser.skipChildren();
                return fault;
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                count++;
                String one = user(parser);
                if (fault == null && one != null) {
                    fault = "[" + (count - 1) + "] " + one;
                }
            }
            return count < 1 || count > MOST_USERS ? "must have 1 to " + MOST_USERS + " ids, has " + count : fault;
        }

        private @Nullable String maxResults(JsonParser parser) {
            if (!parser.currentToken().isNumeric()) {
                parser.skipChildren();
                return "must be a whole number from 1 to " + MOST_RESULTS;
            }
            double value = parser.getDoubleValue();
            if (!(value >= 1 && value <= MOST_RESULTS) || value != Math.rint(value)) {
                return "must be a whole number from 1 to " + MOST_RESULTS + ", is " + Problem.told(parser.getString());
            }
            maxResults = (int) value;
            return null;
        }

        private @Nullable String radius(JsonParser parser) {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                radiusKm = Optional.of(OptionalDouble.empty());
                return null;
            }
            if (!parser.currentToken().isNumeric()) {
                parser.skipChildren();
                return "must be a number of km above 0, or null for the whole world";
            }
            double value = parser.getDoubleValue();
            if (!(value > 0) || Double.isInfinite(value)) {
                return "must be a number of km above 0, or null for the whole world, is "
                        + Problem.told(parser.getString());
            }
            radiusKm = Optional.of(OptionalDouble.of(value));
            return null;
        }

        private @Nullable String expand(JsonParser parser) {
            if (!parser.currentToken().isBoolean()) {
                parser.skipChildren();
                return "must be true or false";
            }
            expand = Optional.of(parser.getBooleanValue());
            return null;
        }

        private @Nullable String explain(JsonParser parser) {
            if (!parser.currentToken().isBoolean()) {
                parser.skipChildren();
                return "must be true or false";
            }
            explain = parser.getBooleanValue();
            return null;
        }
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST_400, detail);
    }

    /// The parser takes some sequences for characters that are none.
    private static void checkUtf8(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                try {
                    var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
                } catch (CharacterCodingException _) {
                    throw new Problem.Refusal(malformed("The body is not UTF-8."));
                }
                return;
            }
        }
    }
}
